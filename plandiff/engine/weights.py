"""The weights of the evidence, all in one place: fitted, never set by hand.

`python -m benchmarks.alignment.fit` wrote them, by logistic regression on generated revisions of agreements
(seeds below 1000, presets default and hard), some of them with points replaced, figures changed, names taken
out, numbers kept or missing.
"""

from __future__ import annotations

FIRST = (
    -4.52,  # bias
    -6.81,  # overlap
    14.3,  # containment
    -6.48,  # phrases
    5.34,  # names_shared
    -5.26,  # names_replaced
    -2.32,  # names_one_sided
    3.49,  # figures_shared
    -1.68,  # figures_replaced
    3.66,  # nearness
    0.49,  # distance
    2.2,  # same_label
    -4.46,  # length_gap
    0.2,  # shared_weight
    -2.28,  # nameless
    4.53,  # flow_most
    2.3,  # flow_least
    -4.39,  # contained_names
    3.07,  # contained_near
    1.55,  # replaced_near
    -8.8,  # replaced_overlap
)
"""A pair's own evidence."""

FINAL = (
    -3.67,  # bias
    -7.94,  # overlap
    13.06,  # containment
    -2.95,  # phrases
    2.97,  # names_shared
    -2.97,  # names_replaced
    -1.9,  # names_one_sided
    2.33,  # figures_shared
    -1.31,  # figures_replaced
    0.96,  # nearness
    -0.04,  # distance
    1.07,  # same_label
    -3.4,  # length_gap
    0.26,  # shared_weight
    -1.77,  # nameless
    0.19,  # flow_most
    0.68,  # flow_least
    -2.0,  # contained_names
    3.83,  # contained_near
    0.58,  # replaced_near
    -8.75,  # replaced_overlap
    0.06,  # the smaller lead
    0.46,  # the greater lead
)
"""The same with its lead over rivals."""

JOIN = (
    -2.58,  # bias
    -10.01,  # covered
    6.43,  # covered_by_residue
    -2.35,  # fills
    1.58,  # fills_residue
    0.88,  # names_covered
    0.59,  # names_in_residue
    0.2,  # nameless
    0.27,  # first_fills
    5.14,  # first_covered
    3.74,  # phrases_in_residue
    3.53,  # phrases
    -1.24,  # own
    1.19,  # alone
    -8.86,  # host
    2.5,  # nearness
    -2.24,  # size
    -0.14,  # filled_weight
    8.78,  # pair
    2.8,  # flow_most
    4.07,  # flow_least
    3.56,  # fits
    -5.72,  # lone_pair
    -0.68,  # nameless_covered
)
"""What joins a pair: the parts of splits and merges."""

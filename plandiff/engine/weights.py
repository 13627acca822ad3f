"""The weights of the evidence, all in one place: fitted, never set by hand.

`python -m benchmarks.alignment.fit` wrote them, by logistic regression on generated revisions of agreements
(seeds below 1000, presets default and hard), some of them with points replaced, figures changed, names taken
out, numbers kept or missing.
"""

from __future__ import annotations

FIRST = (
    -3.43,  # bias
    -8.09,  # overlap
    14.02,  # containment
    -6.04,  # phrases
    5.94,  # names_shared
    -5.07,  # names_replaced
    -2.17,  # names_one_sided
    3.47,  # figures_shared
    -1.7,  # figures_replaced
    3.21,  # nearness
    0.54,  # distance
    1.97,  # same_label
    -4.65,  # length_gap
    0.06,  # shared_weight
    -2.13,  # nameless
    4.3,  # flow_most
    2.71,  # flow_least
    -5.17,  # contained_names
    3.51,  # contained_near
    1.47,  # replaced_near
    -8.96,  # replaced_overlap
)
"""A pair's own evidence."""

FINAL = (
    -3.59,  # bias
    -8.07,  # overlap
    13.28,  # containment
    -3.2,  # phrases
    3.2,  # names_shared
    -2.95,  # names_replaced
    -2.02,  # names_one_sided
    2.42,  # figures_shared
    -1.38,  # figures_replaced
    1.17,  # nearness
    0.07,  # distance
    1.11,  # same_label
    -3.5,  # length_gap
    0.24,  # shared_weight
    -1.83,  # nameless
    0.27,  # flow_most
    0.8,  # flow_least
    -2.21,  # contained_names
    3.89,  # contained_near
    0.61,  # replaced_near
    -9.42,  # replaced_overlap
    0.05,  # the smaller lead
    0.43,  # the greater lead
)
"""The same with its lead over rivals."""

JOIN = (
    -3.29,  # bias
    -10.64,  # covered
    7.04,  # covered_by_residue
    -2.75,  # fills
    1.74,  # fills_residue
    0.95,  # names_covered
    0.62,  # names_in_residue
    0.24,  # nameless
    0.09,  # first_fills
    5.13,  # first_covered
    4.63,  # phrases_in_residue
    2.53,  # phrases
    -0.38,  # own
    1.72,  # alone
    -7.72,  # host
    2.47,  # nearness
    -2.37,  # size
    -0.37,  # filled_weight
    7.26,  # pair
    2.72,  # flow_most
    4.83,  # flow_least
    3.15,  # fits
    -3.98,  # lone_pair
    -0.7,  # nameless_covered
)
"""What joins a pair: the parts of splits and merges."""

"""How good the alignment is, measured in public.

    python -m benchmarks.alignment             plandiff beside its peers, as a Markdown table
    python -m benchmarks.alignment.generate    one generated revision with its truth, as files
    python -m benchmarks.alignment.calibrate   whether the scores mean what they say
    python -m benchmarks.alignment.fit         fits the weights of the aligner again

The first and the third also take folders of gold pairs. Peers and the fit need `pip install '.[bench]'`.
Seeds below 1000 teach the weights; whatever is reported is measured on others.
"""

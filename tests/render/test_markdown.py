from plandiff.render.markdown import markdown


def test_the_whole_report(comparison, golden):
    golden("report.md", markdown(comparison))

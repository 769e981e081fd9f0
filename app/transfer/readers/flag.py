"""How a bundled program, which has no other Python, starts itself as the child that reads sheets."""

CHILD_FLAG = "--read-sheet-child"
CHILDREN = ("child", "annotating")

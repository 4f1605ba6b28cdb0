// The page of today looks again by itself, unless somebody is at work on it.
const REST = 60_000;
let touched = Date.now();
for (const kind of ["keydown", "pointerdown", "scroll"]) {
  addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
}
setInterval(() => {
  if (!document.hidden && Date.now() - touched > REST / 2) location.reload();
}, REST);

// What happens now, as the service tells it. One connection for a page, none while it is hidden:
// browsers have only a few for each site.

const handlers = new Map();
let source = null;
let away = false;

function tell(kind, what) {
  for (const handler of handlers.get(kind) ?? []) handler(what);
}

function listen(kind) {
  source?.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
}

function open() {
  source = new EventSource("/events");
  for (const kind of handlers.keys()) listen(kind);
  source.addEventListener("error", () => {
    // A broken connection is made again by the browser; a refusal is not.
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(show, 30000);
    }
  });
}

function show() {
  if (document.hidden || source || handlers.size === 0) return;
  open();
  if (away) tell("reset", {});
  away = false;
}

function hide() {
  source?.close();
  source = null;
  away = true;
}

document.addEventListener("visibilitychange", () => (document.hidden ? hide() : show()));
window.addEventListener("pagehide", hide);
window.addEventListener("pageshow", show);

/**
 * Calls a function with each event of a kind: "load" ({state: started | progress | finished |
 * troubled, place, file, source, figures, id, status, new, changed, unchanged, rejected}), "route"
 * ({node, route, state, next, ran, completed, message}), or "reset": some may have been missed, so
 * that whatever is shown has to be asked for anew.
 */
export function subscribe(kind, handler) {
  if (!handlers.has(kind)) {
    handlers.set(kind, []);
    listen(kind);
  }
  handlers.get(kind).push(handler);
  show();
}

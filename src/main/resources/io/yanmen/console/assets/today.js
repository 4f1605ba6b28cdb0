// The page of today takes in what has changed as soon as it happens, without a reload: scroll, focus
// and selection stay where they are.
import { subscribe } from "./live.js";

const REST = 2000;
const EVERY = 60_000;
let waiting = null;

async function look() {
  waiting = null;
  // Not under the hands of somebody who is in the middle of something.
  const at = document.activeElement;
  if (document.hidden || (at && at !== document.body && document.querySelector("main").contains(at))) {
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = fresh.querySelector("main");
  if (main) document.querySelector("main").replaceChildren(...main.childNodes);
}

function lookSoon() {
  waiting ??= setTimeout(look, REST);
}

subscribe("load", (load) => {
  if (load.state === "finished" || load.state === "troubled") lookSoon();
});
subscribe("route", lookSoon);
subscribe("reset", lookSoon);
setInterval(lookSoon, EVERY);

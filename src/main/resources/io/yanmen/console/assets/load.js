// One load: when its file is read again, the outcome is linked here.
import { subscribe } from "./live.js";

const head = document.getElementById("load");
const notice = document.querySelector(".notice[role=status]");
const name = head.querySelector("h1").textContent;

subscribe("load", (event) => {
  if (event.state === "finished" && event.file === name && event.id > Number(head.dataset.load) && notice) {
    const link = document.createElement("a");
    link.href = `/loads/${event.id}`;
    link.textContent = ` → #${event.id}`;
    notice.append(link);
  }
});

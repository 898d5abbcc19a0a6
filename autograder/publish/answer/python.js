// Orders to the worker in which Python runs; it is started with the first of them.

const LIMIT = 60_000; // milliseconds for what runs once all is loaded: on a phone it takes its time

let worker;
let waiting = new Map();
let orders = 0;

/** What an order ends in that somebody, or the limit of time, has stopped. */
export class Stopped extends Error {}

/**
 * Order a "check" or "draw" and return what autograder.in_page.worker answers.
 * `say` is called with what is being waited for. Rejects with Stopped, or with what went wrong.
 */
export function ask(kind, order, say = () => {}) {
  worker ??= start();
  const id = ++orders;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, say, at: "", timer: null });
    worker.postMessage({ id, kind, order });
  });
}

/** End whatever runs. The next order starts anew. */
export function stop(why = "Stopped") {
  worker?.terminate();
  worker = undefined;
  for (const { reject, at, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new Stopped(at ? `${why} while this ran: ${at.replace(/[<>]/g, "")}.` : `${why}.`));
  }
  waiting = new Map();
}

function start() {
  const started = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  started.onmessage = ({ data }) => hear(data);
  started.onerror = (event) => fail(event.message || "the worker could not be started");
  return started;
}

function hear({ id, says, at, result, error }) {
  const order = waiting.get(id);
  if (!order) return;
  if (says) order.say(says);
  if (at) {
    order.at = at;
    order.say("Running …");
    order.timer ??= setTimeout(() => stop(`Stopped after ${LIMIT / 1000} seconds`), LIMIT);
  }
  if (result === undefined && error === undefined) return;
  clearTimeout(order.timer);
  waiting.delete(id);
  if (error === undefined) order.resolve(result);
  else order.reject(new Error(error));
}

function fail(message) {
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting = new Map();
  worker = undefined;
}

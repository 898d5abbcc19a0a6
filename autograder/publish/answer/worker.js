// The worker in which Python runs. What loops here is ended with it, and the page stays alive.
//
// Nothing is loaded before the first order. Whoever carries Pyodide, its files are those that
// pyodide.json pins: the browser refuses what has another SHA-256.

const beside = (name) => new URL(name, import.meta.url).href;

let python;

self.onmessage = async ({ data: { id, kind, order } }) => {
  const say = (text) => self.postMessage({ id, says: text });
  try {
    python ??= load(say);
    const { pyodide, ours } = await python;
    if (kind === "draw") {
      say("Loading matplotlib (10 MB, the first time only) …");
      await pyodide.loadPackage("matplotlib", { messageCallback() {} });
    }
    const told = ours[kind](JSON.stringify(order), (at) => self.postMessage({ id, at }));
    self.postMessage({ id, result: JSON.parse(told) });
  } catch (error) {
    python = undefined; // the next order tries again
    self.postMessage({ id, error: String(error.message ?? error) });
  }
};

async function load(say) {
  say("Loading Python (9 MB, the first time only) …");
  const settings = await (await fetch(beside("settings.json"), { cache: "no-cache" })).json();
  const base = new URL(settings.url, import.meta.url).href;
  pinFetches(base, settings.files);
  const { loadPyodide } = await importPinned(base + "pyodide.mjs");
  await importPinned(base + "pyodide.asm.js"); // which Pyodide would import by itself, unpinned
  const [pyodide, wheel] = await Promise.all([
    loadPyodide({
      indexURL: base,
      lockFileURL: "data:application/json," + encodeURIComponent(JSON.stringify(settings.lock)),
      env: { HOME: "/home/reader", MPLBACKEND: "agg" },
    }),
    bytes(beside(settings.wheel)),
  ]);
  await pyodide.loadPackage("numpy", { messageCallback() {} });
  pyodide.unpackArchive(wheel, "wheel");
  say("Starting Python …");
  return { pyodide, ours: pyodide.pyimport("autograder.in_page.worker") };
}

/** From now on fetch what lies below `base` only as it is pinned, also when Pyodide asks. */
function pinFetches(base, hashes) {
  const unpinned = self.fetch;
  self.fetch = async (url, options = {}) => {
    const name = String(url).startsWith(base) ? String(url).slice(base.length) : "";
    const integrity = options.integrity ?? (hashes[name] && `sha256-${hashes[name]}`);
    try {
      return await unpinned(url, integrity ? { ...options, integrity } : options);
    } catch {
      throw new Error(`${url} could not be loaded, or is not what it should be`);
    }
  };
}

async function bytes(url) {
  const response = await self.fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  return response.arrayBuffer();
}

async function importPinned(url) {
  const script = new Blob([await bytes(url)], { type: "text/javascript" });
  return import(URL.createObjectURL(script));
}

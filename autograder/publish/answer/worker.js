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
    const { pyodide, ours } = await python.catch((error) => {
      python = undefined; // the next order tries again
      throw error;
    });
    if (kind === "draw") {
      say("Loading matplotlib (10 MB, the first time only) …");
      await loadPackage(pyodide, "matplotlib");
    }
    const told = ours[kind](JSON.stringify(order), (at) => self.postMessage({ id, at }));
    self.postMessage({ id, result: JSON.parse(told) });
  } catch (error) {
    self.postMessage({ id, error: String(error.message ?? error) });
  }
};

async function load(say) {
  say("Loading Python (9 MB, the first time only) …");
  const settings = await (await fetch(beside("settings.json"), { cache: "no-cache" })).json();
  const base = new URL(settings.url, import.meta.url).href;
  const [wheel, ...files] = await Promise.all([
    bytes(beside(settings.wheel)),
    ...Object.entries(settings.files).map(async ([name, digest]) => [
      base + name,
      await bytes(base + name, `sha256-${digest}`),
    ]),
  ]);
  const core = new Map(files);
  answerFetches(core);
  const { loadPyodide } = await importScript(core.get(base + "pyodide.mjs"));
  await importScript(core.get(base + "pyodide.asm.js")); // Pyodide would do so, and not by fetch
  say("Starting Python …");
  const pyodide = await loadPyodide({
    indexURL: base,
    lockFileURL: "data:application/json," + encodeURIComponent(JSON.stringify(settings.lock)),
    env: { HOME: "/home/reader", MPLBACKEND: "agg" },
  });
  await loadPackage(pyodide, "numpy");
  pyodide.unpackArchive(wheel, "wheel");
  return { pyodide, ours: pyodide.pyimport("autograder.in_page.worker") };
}

/** From now on a fetch of one of these files, which Pyodide asks for, gives the bytes at hand. */
function answerFetches(files) {
  const elsewhere = self.fetch;
  self.fetch = async (url, options) => {
    const content = files.get(String(url));
    if (!content) return elsewhere(url, options);
    const type = String(url).endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(content, { headers: { "Content-Type": type } });
  };
}

/** A package with all that it needs; Pyodide compares each file with the hash in its lock. */
async function loadPackage(pyodide, name) {
  await pyodide.loadPackage(name, { messageCallback() {} });
  if (!pyodide.loadedPackages[name]) throw new Error(`${name} could not be loaded.`);
}

async function bytes(url, integrity = "") {
  let response;
  try {
    response = await fetch(url, { integrity });
  } catch {
    throw new Error(`${url} could not be loaded, or is not what it should be.`);
  }
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}).`);
  return response.arrayBuffer();
}

const importScript = (content) =>
  import(URL.createObjectURL(new Blob([content], { type: "text/javascript" })));

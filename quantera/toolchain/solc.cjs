#!/usr/bin/env node
"use strict";
// The pinned solc behind the command line that py-solc-x, forge, crytic-compile and the upgrade checker
// expect of a compiler: the native build where set-up could download it, else the npm package. Answers are
// cached by content, since loading the WebAssembly build alone takes half a second.

const childProcess = require("child_process");
const crypto = require("crypto");
const fs = require("fs");
const os = require("os");
const path = require("path");

const trampolines = require("./trampolines.cjs");

const root = path.resolve(__dirname, "..", "..");
const packageFolder = path.join(root, "node_modules", "solc");
const packageVersion = require(path.join(packageFolder, "package.json")).version;
const native = path.join(root, ".quantera", "solc-native", `solc-v${packageVersion}`);
const cacheFolder = process.env.QUANTERA_SOLC_CACHE || path.join(root, ".quantera", "solc-cache");

// Set for the processes that compile one share each.
const WHOLE = "QUANTERA_SOLC_WHOLE";
const FILES_WORTH_SHARING = 12;
// More shares than workers, so that one that was thought lighter than it is does not leave the other worker idle.
const SHARES_PER_WORKER = 2;

const sha256 = (text) => crypto.createHash("sha256").update(text).digest("hex");

function writeAll(text) {
  // A pipe takes 64 KiB at a time and answers EAGAIN when full.
  const data = Buffer.from(text, "utf8");
  let sent = 0;
  while (sent < data.length) {
    try {
      sent += fs.writeSync(1, data, sent);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function store(file, text) {
  // Two compilers may finish at once: each writes its own file and renames it into place.
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, text);
  fs.renameSync(temporary, file);
}

function loadCompiler() {
  const { solc } = trampolines.load(packageFolder);
  // The WebAssembly runtime turns every exception of ours into its own abort message.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  return solc;
}

function longVersion() {
  const file = path.join(cacheFolder, `version-${packageVersion}`);
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  const version = loadCompiler().version().replace("Emscripten.clang", "Linux.g++");
  store(file, version);
  return version;
}

function parse(argv) {
  const options = { basePath: process.cwd(), includePaths: [] };
  for (let i = 0; i < argv.length; i++) {
    const [name, inline] = argv[i].split("=", 2);
    const value = () => (inline === undefined ? argv[++i] : inline);
    if (name === "--version") options.version = true;
    else if (name === "--standard-json") options.standardJson = true;
    else if (name === "--base-path") options.basePath = path.resolve(value());
    else if (name === "--include-path") options.includePaths.push(path.resolve(value()));
    else if (name === "--allow-paths") value();
    else if (name !== "-") {
      process.stderr.write(`solc wrapper: option ${argv[i]} is not supported; use --standard-json\n`);
      process.exit(1);
    }
  }
  return options;
}

function reader(options) {
  return (name) => {
    const candidates = path.isAbsolute(name)
      ? [name]
      : [options.basePath, ...options.includePaths, root].map((folder) => path.join(folder, name));
    const found = candidates.find((file) => fs.existsSync(file));
    return found ? { contents: fs.readFileSync(found, "utf8") } : { error: `File not found: ${name}` };
  };
}

/** The imports that an earlier run of this same input read are part of its key. */
function cached(folder, read) {
  if (!fs.existsSync(folder)) return undefined;
  for (const name of fs.readdirSync(folder).filter((entry) => entry.endsWith(".imports"))) {
    const imports = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    const unchanged = Object.entries(imports).every(([file, hash]) => sha256(JSON.stringify(read(file))) === hash);
    if (unchanged) return fs.readFileSync(path.join(folder, name.replace(".imports", ".output")), "utf8");
  }
  return undefined;
}

/** Imports that Ape's isolated copy of a project lacks lie in the checkout. */
function runNative(input, options) {
  const include = fs.existsSync(path.join(options.basePath, "node_modules")) ? [] : ["--include-path", root];
  const done = childProcess.spawnSync(
    native,
    ["--standard-json", "--base-path", options.basePath, ...include, "--allow-paths", `${options.basePath},${root}`],
    { input, encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`the native compiler ended with ${done.status}: ${done.stderr.trim()}`);
  const given = JSON.parse(input).sources;
  const read = Object.keys(JSON.parse(done.stdout).sources || {}).filter((name) => !(name in given));
  return { output: done.stdout, read };
}

function runPackage(input, options) {
  const read = [];
  const lookUp = reader(options);
  const answer = (name) => {
    read.push(name);
    return lookUp(name);
  };
  return { output: loadCompiler().compile(input, { import: answer }), read };
}

function compileHere(input, options) {
  const folder = path.join(cacheFolder, sha256(longVersion() + input));
  const lookUp = reader(options);
  const known = cached(folder, lookUp);
  if (known !== undefined) return known;
  const { output, read } = (fs.existsSync(native) ? runNative : runPackage)(input, options);
  if (!(JSON.parse(output).errors || []).some((error) => error.severity === "error")) {
    const imports = Object.fromEntries(read.map((name) => [name, sha256(JSON.stringify(lookUp(name)))]));
    const key = sha256(JSON.stringify(imports));
    store(path.join(folder, `${key}.output`), output);
    store(path.join(folder, `${key}.imports`), JSON.stringify(imports));
  }
  return output;
}

/** Every source of the input that `name` imports, itself among them; packages are not followed. */
function closure(sources, name) {
  const seen = new Set();
  const waiting = [name];
  while (waiting.length) {
    const current = waiting.pop();
    if (seen.has(current) || !(current in sources)) continue;
    seen.add(current);
    for (const [, from] of sources[current].matchAll(/^import[^"';]*["'](\.[^"']+)["']/gm)) {
      waiting.push(path.posix.join(path.posix.dirname(current), from));
    }
  }
  return seen;
}

/**
 * How much work the code of a file is: the length of what its contracts are put together from. It depends on the
 * sources alone, so that the same input is always shared out alike and its shares are found in the cache.
 */
function estimator(given) {
  const sources = Object.fromEntries(
    Object.entries(given).map(([name, { content }]) => [
      name,
      (content || "").replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, "").replace(/[ \t]+/g, " "),
    ]),
  );
  const length = (name) => (/^(abstract |)contract |^library /m.test(sources[name]) ? sources[name].length : 0);
  return (name) =>
    name in sources && /^contract /m.test(sources[name])
      ? [...closure(sources, name)].reduce((sum, file) => sum + length(file), 0)
      : 0;
}

/** The entries in groups of about the same work: the heaviest first, each to the group that has least. */
function groups(selection, estimate, count) {
  const made = Array.from({ length: count }, () => ({ load: 0, entries: [] }));
  const weighed = selection.map((entry) => ({ entry, weight: 1 + estimate(entry[0]) }));
  weighed.sort((one, other) => other.weight - one.weight);
  for (const { entry, weight } of weighed) {
    const least = made.reduce((best, group) => (group.load < best.load ? group : best));
    least.load += weight;
    least.entries.push(entry);
  }
  return made.map((group) => group.entries);
}

/**
 * One input as several that ask for the code of some of its files each. All of them hold every source, so that
 * source numbers, syntax trees and code come out as they do in one piece.
 */
function shares(input) {
  const parsed = JSON.parse(input);
  const selection = Object.entries((parsed.settings || {}).outputSelection || {});
  const workers = os.cpus().length;
  if (process.env[WHOLE] || workers < 2 || selection.length < FILES_WORTH_SHARING) return [input];
  return groups(selection, estimator(parsed.sources), workers * SHARES_PER_WORKER).map((entries) => {
    const settings = { ...parsed.settings, outputSelection: Object.fromEntries(entries) };
    return JSON.stringify({ ...parsed, settings });
  });
}

function run(input) {
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(process.execPath, [...process.execArgv, __filename, ...process.argv.slice(2)], {
      env: { ...process.env, [WHOLE]: "1" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const pieces = [];
    child.stdout.on("data", (piece) => pieces.push(piece));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(pieces).toString("utf8")));
      else reject(new Error(`a share of the compilation ended with status ${code}`));
    });
    child.stdin.end(input);
  });
}

function merge(outputs) {
  const merged = { contracts: {}, sources: {} };
  const errors = new Map();
  for (const output of outputs) {
    for (const error of output.errors || []) errors.set(JSON.stringify(error), error);
    Object.assign(merged.contracts, output.contracts);
    for (const [name, source] of Object.entries(output.sources || {})) {
      merged.sources[name] = { ...merged.sources[name], ...source };
    }
  }
  if (errors.size) merged.errors = [...errors.values()];
  return JSON.stringify(merged);
}

async function compile(input, options) {
  const parts = shares(input);
  if (parts.length === 1) return compileHere(input, options);
  const outputs = new Array(parts.length);
  let next = 0;
  const worker = async () => {
    while (next < parts.length) {
      const mine = next++;
      outputs[mine] = await run(parts[mine]);
    }
  };
  await Promise.all(os.cpus().map(worker));
  return merge(outputs);
}

const options = parse(process.argv.slice(2));
if (options.version) {
  writeAll(`solc, the solidity compiler commandline interface\nVersion: ${longVersion()}\n`);
} else if (options.standardJson) {
  compile(fs.readFileSync(0, "utf8"), options).then(writeAll, (error) => {
    process.stderr.write(`solc wrapper: ${error.message}\n`);
    process.exit(1);
  });
} else {
  process.stderr.write("solc wrapper: give --version or --standard-json\n");
  process.exit(1);
}

#!/usr/bin/env node
"use strict";
// The pinned solc behind the command line that py-solc-x, forge, crytic-compile and the upgrade checker
// expect of a compiler: the native build where set-up could download it, else the npm package. Answers are
// cached by content, since loading the WebAssembly build alone takes half a second.

const crypto = require("crypto");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { Worker } = require("worker_threads");

const compilers = require("./compilers.cjs");
const { divide, merge } = require("./shares.cjs");

const cacheFolder = process.env.QUANTERA_SOLC_CACHE || path.join(compilers.root, ".quantera", "solc-cache");
const threads = Number(process.env.QUANTERA_SOLC_THREADS) || os.cpus().length;
// The IR pipeline recurses deeper than the default of four megabytes allows.
const STACK_MEGABYTES = 16;

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

function longVersion() {
  const file = path.join(cacheFolder, `version-${compilers.packageVersion}`);
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  const version = compilers.load().version().replace("Emscripten.clang", "Linux.g++");
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

/** A thread of the package as a function: its threads share the machine code that is made of the package. */
function openThread(options) {
  const thread = new Worker(path.join(__dirname, "thread.cjs"), {
    workerData: options,
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
  });
  const compile = (input) =>
    new Promise((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", (code) => reject(new Error(`a thread of the compiler ended with status ${code}`)));
      thread.postMessage(input);
    });
  return { compile, close: () => thread.terminate() };
}

/** Each share once, by whichever worker is free first. */
async function together(parts, workers) {
  const done = new Array(parts.length);
  let next = 0;
  const work = async (worker) => {
    while (next < parts.length) {
      const mine = next++;
      done[mine] = await worker.compile(parts[mine]);
    }
    await worker.close?.();
  };
  await Promise.all(workers.map(work));
  return { output: merge(done.map(({ output }) => output)), read: done.flatMap(({ read }) => read) };
}

function compileHere(input, options) {
  const parts = divide(input, threads);
  if (compilers.hasNative()) {
    const native = { compile: (part) => compilers.runNative(part, options) };
    return parts.length === 1 ? native.compile(input) : together(parts, new Array(threads).fill(native));
  }
  if (parts.length === 1) return compilers.packageCompiler(options)(input);
  return together(parts, Array.from({ length: threads }, () => openThread(options)));
}

async function compile(input, options) {
  const folder = path.join(cacheFolder, sha256(longVersion() + input));
  const lookUp = compilers.reader(options);
  const known = cached(folder, lookUp);
  if (known !== undefined) return known;
  const { output, read } = await compileHere(input, options);
  if (!(JSON.parse(output).errors || []).some((error) => error.severity === "error")) {
    const imports = Object.fromEntries(read.map((name) => [name, sha256(JSON.stringify(lookUp(name)))]));
    const key = sha256(JSON.stringify(imports));
    store(path.join(folder, `${key}.output`), output);
    store(path.join(folder, `${key}.imports`), JSON.stringify(imports));
  }
  return output;
}

const options = parse(process.argv.slice(2));
if (options.version) {
  writeAll(`solc, the solidity compiler commandline interface\nVersion: ${longVersion()}\n`);
} else if (options.standardJson) {
  compile(fs.readFileSync(0, "utf8"), options).then(writeAll, (error) => {
    // A C++ exception that nobody caught is a number.
    process.stderr.write(`solc wrapper: ${error.message ?? error}\n`);
    process.exit(1);
  });
} else {
  process.stderr.write("solc wrapper: give --version or --standard-json\n");
  process.exit(1);
}

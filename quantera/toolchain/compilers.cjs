"use strict";
// Both builds of the pinned solc, each as a function from an input to its output and the imports it read.

const childProcess = require("child_process");
const fs = require("fs");
const path = require("path");

const trampolines = require("./trampolines.cjs");

const root = path.resolve(__dirname, "..", "..");
const packageFolder = path.join(root, "node_modules", "solc");
const packageVersion = require(path.join(packageFolder, "package.json")).version;
const native = path.join(root, ".quantera", "solc-native", `solc-v${packageVersion}`);

/** The compiler of the npm package. */
function load() {
  const { solc } = trampolines.load(packageFolder);
  // The WebAssembly runtime turns every exception of ours into its own abort message.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  return solc;
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

/** Compiles with the package: loading it takes half a second, and its first work much longer than the same later. */
function packageCompiler(options) {
  const solc = load();
  const lookUp = reader(options);
  return (input) => {
    const read = [];
    const answer = (name) => {
      read.push(name);
      return lookUp(name);
    };
    return { output: solc.compile(input, { import: answer }), read };
  };
}

/** Imports that Ape's isolated copy of a project lacks lie in the checkout. */
function runNative(input, options) {
  const include = fs.existsSync(path.join(options.basePath, "node_modules")) ? [] : ["--include-path", root];
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(
      native,
      ["--standard-json", "--base-path", options.basePath, ...include, "--allow-paths", `${options.basePath},${root}`],
      { stdio: ["pipe", "pipe", "pipe"] },
    );
    const [said, complained] = [[], []];
    child.stdout.on("data", (piece) => said.push(piece));
    child.stderr.on("data", (piece) => complained.push(piece));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const [output, complaint] = [said, complained].map((pieces) => Buffer.concat(pieces).toString("utf8"));
      if (code !== 0) {
        reject(new Error(`the native compiler ended with ${code ?? signal}: ${complaint.trim()}`));
        return;
      }
      const given = JSON.parse(input).sources;
      resolve({ output, read: Object.keys(JSON.parse(output).sources || {}).filter((name) => !(name in given)) });
    });
    // One that ends without reading everything is reported by its status.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

const hasNative = () => fs.existsSync(native);

module.exports = { hasNative, load, packageCompiler, packageVersion, reader, root, runNative };

"use strict";
// A thread that keeps a compiler of the npm package and compiles the inputs it is sent, one after the other.

const { parentPort, workerData } = require("worker_threads");

const { packageCompiler } = require("./compilers.cjs");

const compile = packageCompiler(workerData);
parentPort.on("message", (input) => parentPort.postMessage(compile(input)));

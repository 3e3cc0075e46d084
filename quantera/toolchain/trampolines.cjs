"use strict";
// The npm build of solc, with its calls that may throw made inside WebAssembly.
//
// Emscripten compiles each C++ call that may throw to a call of a JavaScript function `invoke_<signature>`, which
// fetches the callee from the function table, calls it back inside WebAssembly and catches what is thrown. These
// round trips are between a quarter and two fifths of the time of a compilation. Here the same functions are
// assembled as one small WebAssembly module that catches with WebAssembly's own exception handling, so that
// WebAssembly calls WebAssembly. What the compiler answers is the same to the byte.
//
// Nothing of the package is changed. Where it does not look as expected, another version's for instance, it is
// loaded as it is: slower and just as right.

const fs = require("fs");
const path = require("path");

const I32 = 0x7f;
const VALUE_TYPES = { i: I32, f: 0x7d, d: 0x7c };
// As the letter before them says: the constant zero of each type, answered after an exception.
const ZEROS = { v: [], i: [0x41, 0], f: [0x43, 0, 0, 0, 0], d: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] };
const EMPTY_BLOCK = 0x40;

// 64-bit integers go through JavaScript in two halves: those trampolines stay what they are.
const TRAMPOLINE = /^invoke_([vifd])([ifd]*)$/;
const ANY_TRAMPOLINE = /^invoke_/;
const THROWING = /^___(cxa_throw|cxa_rethrow|resumeException)$/;

/** What `invoke_*` calls in the compiler itself, by the minified names of its exports, in the table's order. */
function exportNames(soljson) {
  const names = ["stackSave", "stackRestore", "_setThrew"].map(
    (name) => new RegExp(`Module\\["${name}"\\] = asm\\["([^"]+)"\\]`).exec(soljson)?.[1],
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

function number(value) {
  const bytes = [];
  for (let rest = value; bytes.length === 0 || rest; rest >>>= 7) bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return bytes;
}

const vector = (items) => [...number(items.length), ...items.flat()];
const text = (value) => vector([...Buffer.from(value)]);
const section = (id, items) => {
  const body = vector(items);
  return [id, ...number(body.length), ...body];
};

/**
 * The module, as bytes. It imports the table of functions, a table with the three of `exportNames` and the flag
 * that says whether what is being thrown is a C++ exception; it exports one function per name.
 */
function assemble(names) {
  const types = [];
  const typeOf = (parameters, results) => {
    const encoded = [0x60, ...vector(parameters), ...vector(results)];
    const known = types.findIndex((type) => type.join() === encoded.join());
    return number(known < 0 ? types.push(encoded) - 1 : known);
  };
  const save = typeOf([], [I32]);
  const restore = typeOf([I32], []);
  const setThrew = typeOf([I32, I32], []);
  const functions = names.map((name) => {
    const [, result, letters] = TRAMPOLINE.exec(name);
    const parameters = [...letters].map((letter) => VALUE_TYPES[letter]);
    const results = result === "v" ? [] : [VALUE_TYPES[result]];
    const stack = number(1 + parameters.length);
    // prettier-ignore
    const body = [
      ...vector([[1, I32]]), // one local: the stack pointer
      0x41, 0, 0x11, ...save, 1, 0x21, ...stack, // stack = stackSave()
      0x06, results[0] ?? EMPTY_BLOCK, // try
      ...parameters.flatMap((_, index) => [0x20, ...number(index + 1)]),
      0x20, 0, 0x11, ...typeOf(parameters, results), 0, // the function at the index that comes first
      0x19, // catch_all
      0x20, ...stack, 0x41, 1, 0x11, ...restore, 1, // stackRestore(stack)
      0x23, 0, 0x45, 0x04, EMPTY_BLOCK, 0x09, 1, 0x0b, // if (!flag) rethrow
      0x41, 0, 0x24, 0, // flag = 0
      0x41, 1, 0x41, 0, 0x41, 2, 0x11, ...setThrew, 1, // setThrew(1, 0)
      ...ZEROS[result],
      0x0b, 0x0b,
    ];
    return { type: typeOf([I32, ...parameters], results), body: [...number(body.length), ...body] };
  });
  const table = (name) => [...text("e"), ...text(name), 1, 0x70, 0, 0];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [table("functions"), table("exports"), [...text("e"), ...text("flag"), 3, I32, 1]]),
    ...section(3, functions.map(({ type }) => type)),
    ...section(7, names.map((name, index) => [...text(name), 0, ...number(index)])),
    ...section(10, functions.map(({ body }) => body)),
  ]);
}

const newTable = () => new WebAssembly.Table({ element: "anyfunc", initial: 0 });

/** Keep `copy` equal to `table`, which JavaScript changes when it registers a callback. */
function mirror(table, copy) {
  copy.grow(table.length);
  for (let index = 0; index < table.length; index++) copy.set(index, table.get(index));
  const { set, grow } = table;
  table.set = (index, ...value) => {
    set.call(table, index, ...value);
    copy.set(index, table.get(index));
  };
  table.grow = (...growth) => {
    copy.grow(growth[0]);
    return grow.apply(table, growth);
  };
}

/**
 * The compiler's instance with its trampolines replaced, or undefined where one cannot be made.
 *
 * What can be thrown besides C++ exceptions, a stack overflow or an error of the import callback, is no number and
 * goes through to the caller. WebAssembly cannot look at it: whoever throws an exception raises the flag first,
 * and whoever catches it lowers it.
 */
function instantiate(Instance, module, imports, names) {
  const [[group, given]] = Object.entries(imports);
  const named = (pattern) => Object.entries(given).filter(([, value]) => pattern.test(value?.name));
  const replaced = named(TRAMPOLINE);
  const throwing = named(THROWING);
  if (Object.keys(imports).length !== 1 || !replaced.length || throwing.length !== 3) return undefined;

  const flag = new WebAssembly.Global({ value: "i32", mutable: true }, 0);
  const [functions, used] = [newTable(), newTable()];
  const code = new WebAssembly.Module(assemble(replaced.map(([, { name }]) => name)));
  const helper = new Instance(code, { e: { functions, exports: used, flag } });

  const changed = { ...given };
  for (const [key, { name }] of replaced) changed[key] = helper.exports[name];
  for (const [key, original] of throwing) {
    changed[key] = (...given) => {
      try {
        return original(...given);
      } catch (error) {
        flag.value = typeof error === "number" ? 1 : 0;
        throw error;
      }
    };
  }
  for (const [key, original] of named(ANY_TRAMPOLINE).filter(([, { name }]) => !TRAMPOLINE.test(name))) {
    changed[key] = (...given) => {
      const answer = original(...given);
      flag.value = 0;
      return answer;
    };
  }
  const instance = new Instance(module, { ...imports, [group]: changed });
  const tables = Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Table);
  const wanted = names.map((name) => instance.exports[name]);
  if (tables.length !== 1 || wanted.some((value) => typeof value !== "function")) return undefined;
  mirror(tables[0], functions);
  used.grow(wanted.length);
  wanted.forEach((value, index) => used.set(index, value));
  return { instance, count: replaced.length };
}

/** The compiler of the package in `folder`, and how many of its trampolines are replaced: none in a fallback. */
function load(folder) {
  const names = exportNames(fs.readFileSync(path.join(folder, "soljson.js"), "latin1"));
  if (!names) return { solc: require(folder), replaced: 0 };
  const { Instance } = WebAssembly;
  let made;
  // The first instance is the compiler, the others are callbacks that it wraps.
  WebAssembly.Instance = function (module, imports) {
    WebAssembly.Instance = Instance;
    try {
      made = instantiate(Instance, module, imports, names);
    } catch {
      made = undefined;
    }
    return made?.instance || new Instance(module, imports);
  };
  try {
    return { solc: require(folder), replaced: made?.count || 0 };
  } finally {
    WebAssembly.Instance = Instance;
  }
}

module.exports = { load };

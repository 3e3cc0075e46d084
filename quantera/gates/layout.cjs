#!/usr/bin/env node
"use strict";
// Storage layouts of the upgradeable contracts, whether the implementations may stand behind a proxy, and whether a
// layout may follow an earlier one: all three judged by OpenZeppelin's upgrades-core.
//
// upgrades-core reads ERC-7201 structs of contracts, but not of libraries. Here a library's struct counts for every
// contract that reaches it: a stand-in contract holding one variable of it is compiled along, so that upgrades-core
// sees its members.
//
//   node layout.cjs extract BUILD_INFO SOLC TREE   -> {contracts: {name: {parts, layout, unsafe}}, problems: [...]}
//   node layout.cjs compare                        <- {before, after} on stdin; -> [sentence per incompatibility]

const fs = require("fs");
const { execFileSync } = require("child_process");
const path = require("path");

const modules = path.resolve(__dirname, "..", "..", "node_modules");
const core = require(path.join(modules, "@openzeppelin", "upgrades-core"));
const { calculateERC7201StorageLocation, ERC7201_FORMULA_PREFIX } = require(
  path.join(modules, "@openzeppelin", "upgrades-core", "dist", "utils", "erc7201"),
);
const { findAll } = require(path.join(modules, "solidity-ast", "utils"));

const OURS = "contracts/";
const STAND_INS = "stand-ins.sol";
const EXTENSION_TAG = /^\s*@custom:extension-of\s+(.+)$/m;
const LOCATION_TAG = /@custom:storage-location\s+(\S+)/;

const documentation = (node) => (node.documentation && node.documentation.text) || "";
const plain = (text) => text.replace(/\s+/g, " ").trim();
const qualified = ({ source, node }) => `${source}:${node.name}`;
const log = (validation) => ({ version: "3.4", log: [validation] });
const withoutLine = (source) => source.replace(/:\d+$/, "");

function solc(executable, tree, input) {
  const answer = execFileSync(executable, ["--standard-json", "--base-path", tree], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = JSON.parse(answer);
  const failed = (output.errors || []).filter((said) => said.severity === "error");
  if (failed.length) throw new Error(failed.map((said) => said.formattedMessage).join("\n"));
  for (const contracts of Object.values(output.contracts)) {
    for (const contract of Object.values(contracts)) contract.evm = { bytecode: { object: "", linkReferences: {} } };
  }
  return output;
}

/** Every contract, interface and library by id, and by the id of everything declared in it. */
function declarations(output) {
  const owners = new Map();
  const all = [];
  for (const [source, { ast }] of Object.entries(output.sources)) {
    for (const node of ast.nodes) {
      const owner = { source, node };
      owners.set(node.id, owner);
      if (node.nodeType !== "ContractDefinition") continue;
      all.push(owner);
      for (const inner of node.nodes) owners.set(inner.id, owner);
    }
  }
  return { all, owners };
}

/** The contract itself, its bases, and the libraries and free functions that any of them refers to. */
function reached(contract, owners) {
  const seen = new Set();
  const waiting = contract.node.linearizedBaseContracts.map((id) => owners.get(id));
  while (waiting.length) {
    const current = waiting.pop();
    if (seen.has(current)) continue;
    seen.add(current);
    for (const id of references(current.node)) {
      const owner = owners.get(id);
      if (owner && (owner.node.contractKind === "library" || owner.node.nodeType === "FunctionDefinition")) {
        waiting.push(owner);
      }
    }
  }
  return seen;
}

function references(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((entry) => references(entry, found));
  else if (node && typeof node === "object") {
    if (typeof node.referencedDeclaration === "number") found.add(node.referencedDeclaration);
    Object.values(node).forEach((value) => references(value, found));
  }
  return found;
}

function namespacedStructs(owner) {
  if (owner.node.nodeType !== "ContractDefinition") return [];
  return owner.node.nodes.flatMap((node) => {
    const tag = node.nodeType === "StructDefinition" && documentation(node).match(LOCATION_TAG);
    return tag ? [{ id: tag[1], struct: node, owner }] : [];
  });
}

/** ERC-7201 says where a namespace lies; code that says another place would be silently accepted by the compiler. */
function misplaced({ id, struct, owner }, decode) {
  if (!owner.source.startsWith(OURS)) return [];
  if (!id.startsWith(ERC7201_FORMULA_PREFIX)) return [`${decode(struct)}: ${struct.name} names no erc7201: namespace`];
  const name = id.slice(ERC7201_FORMULA_PREFIX.length);
  const place = calculateERC7201StorageLocation(name).toLowerCase();
  const literals = [...findAll("Literal", owner.node)].map((literal) => (literal.value || "").toLowerCase());
  if (literals.includes(place) || literals.includes(name.toLowerCase())) return [];
  return [`${decode(struct)}: ${owner.node.name} does not place ${id} at its ERC-7201 location ${place}`];
}

function withStandIns(input, libraryStructs) {
  const lines = libraryStructs.map(
    ({ struct, owner }, i) =>
      `import {${owner.node.name} as L${i}} from "${owner.source}";\ncontract StandIn${i} { L${i}.${struct.name} private s; }`,
  );
  const content = `// SPDX-License-Identifier: MIT\npragma solidity >=0.8.0;\n${lines.join("\n")}\n`;
  return { ...input, sources: { ...input.sources, [STAND_INS]: { content } } };
}

/** upgrades-core tells contracts apart by their code, of which an analysis compile has none. */
function nameInPlaceOfCode(output) {
  for (const [source, { ast }] of Object.entries(output.sources)) {
    for (const node of ast.nodes) {
      if (node.nodeType !== "ContractDefinition" || node.abstract || node.contractKind !== "contract") continue;
      output.contracts[source][node.name].evm.bytecode.object = Buffer.from(`${source}:${node.name}`).toString("hex");
    }
  }
}

/**
 * Syntax-tree ids move with every edit anywhere, and differ between two compiles of the same type: instead of them,
 * numbers that tell namesakes apart.
 */
function stable(layout) {
  const pattern = "(t_(?:struct|enum|contract|userDefinedValueType)\\((\\w+)\\))(\\d+)";
  const labels = new Map();
  for (const [type, { label }] of Object.entries(layout.types)) {
    const own = new RegExp(`^${pattern}`).exec(type);
    if (own) labels.set(own[3], { name: own[2], label });
  }
  const number = (name, id) => {
    const namesakes = [...labels.values()].filter((entry) => entry.name === name).map((entry) => entry.label);
    return [...new Set(namesakes)].sort().indexOf(labels.get(id)?.label) + 1;
  };
  const numbered = (_, head, name, id) => `${head}${number(name, id)}`;
  return sorted(JSON.parse(JSON.stringify(layout).replace(new RegExp(pattern, "g"), numbered)));
}

function sorted(layout) {
  const byKey = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { storage: layout.storage, namespaces: byKey(layout.namespaces), types: byKey(layout.types) };
}

function item(entry) {
  const { contract, label, type, offset, slot, renamedFrom, retypedFrom, src } = entry;
  return { contract, label, type, offset, slot, renamedFrom, retypedFrom, src: withoutLine(src) };
}

/** Namespaces in use: a contract's own as upgrades-core reads them, a library's from its stand-in. */
function layoutOf(validation, contract, structs, standIns) {
  const own = core.getStorageLayout(log(validation), validation[qualified(contract)].version);
  const layout = { storage: own.storage.map(item), namespaces: {}, types: { ...own.types } };
  for (const [id, items] of Object.entries(own.namespaces || {})) layout.namespaces[id] = items.map(item);
  for (const { id, struct, owner } of structs) {
    const index = standIns.indexOf(struct.canonicalName);
    if (index === -1) continue;
    const standIn = validation[`${STAND_INS}:StandIn${index}`].layout;
    Object.assign(layout.types, standIn.types);
    layout.namespaces[id] = standIn.types[standIn.storage[0].type].members.map((member) =>
      item({ ...member, contract: owner.node.name, src: owner.source }),
    );
  }
  return layout;
}

function union(layouts) {
  const all = { storage: [], namespaces: {}, types: {} };
  for (const { storage, namespaces, types } of layouts) {
    all.storage.push(...storage);
    Object.assign(all.namespaces, namespaces);
    Object.assign(all.types, types);
  }
  return all;
}

/** Where an implementation says that it is an extension of others, their names; itself where it upgrades itself. */
function mainsOf(contract, validation, structs, decode, problems) {
  const tag = EXTENSION_TAG.exec(documentation(contract.node));
  if (tag) return tag[1].trim().split(/\s+/);
  if (core.inferProxyKind(log(validation), validation[qualified(contract)].version) === "uups") {
    return [contract.node.name];
  }
  if (structs.some(({ owner }) => owner.source.startsWith(OURS))) {
    problems.push(
      `${decode(contract.node)}: ${contract.node.name} has namespaced storage, but neither upgrades itself nor says ` +
        "whose extension it is (@custom:extension-of)",
    );
  }
  return [];
}

const initialises = ({ node }) =>
  node.nodes.some(
    (inner) =>
      inner.nodeType === "FunctionDefinition" &&
      inner.modifiers.some(({ modifierName }) => modifierName.name === "initializer"),
  );

/** What is unfit for a proxy in one part; initialisation concerns all parts together, since they share the storage. */
function unsafeties({ contract }, main, parts, validation) {
  const isExtension = main !== contract.node.name;
  const initialisedElsewhere = parts.some((other) => other.mains.includes(main) && initialises(other.contract));
  const unsafeAllow = [
    ...(isExtension ? ["missing-public-upgradeto"] : []),
    ...(isExtension || initialisedElsewhere ? ["missing-initializer"] : []),
  ];
  const options = core.withValidationDefaults({ kind: "uups", unsafeAllow });
  return core
    .getErrors(log(validation), validation[qualified(contract)].version, options)
    .map((error) => plain(new core.UpgradeableContractErrorReport([error]).explain(false)));
}

function twins(structs, decode) {
  return structs.flatMap(({ id, struct }) =>
    structs
      .filter((other) => other.id === id && other.struct !== struct)
      .map((other) => `${decode(struct)}: ${id} is also the place of ${other.struct.canonicalName}`),
  );
}

function extract(file, executable, tree) {
  const info = JSON.parse(fs.readFileSync(file, "utf8"));
  const inLibraries = declarations(info.output)
    .all.flatMap(namespacedStructs)
    .filter(({ owner }) => owner.node.contractKind === "library");
  const standIns = inLibraries.map(({ struct }) => struct.canonicalName);
  const input = withStandIns(info.input, inLibraries);
  const output = solc(executable, tree, input);
  nameInPlaceOfCode(output);
  const namespaced = solc(executable, tree, core.makeNamespacedInput(input, output, info.solcVersion));
  const decode = core.solcInputOutputDecoder(input, output);
  core.silenceWarnings();
  const validation = core.validate(output, decode, info.solcVersion, input, namespaced);

  const { all, owners } = declarations(output);
  const structs = all.flatMap(namespacedStructs);
  const problems = [...structs.flatMap((found) => misplaced(found, decode)), ...twins(structs, decode)];
  const contracts = {};
  const parts = all
    .filter(({ source, node }) => source.startsWith(OURS) && node.contractKind === "contract" && !node.abstract)
    .map((contract) => {
      const used = [...reached(contract, owners)].flatMap(namespacedStructs);
      return { contract, used, mains: mainsOf(contract, validation, used, decode, problems) };
    });
  for (const part of parts) {
    const { name } = part.contract.node;
    for (const main of part.mains) {
      const layout = layoutOf(validation, part.contract, part.used, standIns);
      for (const { src, label } of layout.storage) problems.push(`${src}: ${name} keeps ${label} outside a namespace`);
      contracts[main] ||= { parts: [], unsafe: [], layouts: [] };
      contracts[main].parts.push(name);
      contracts[main].layouts.push(layout);
      contracts[main].unsafe.push(...unsafeties(part, main, parts, validation));
    }
  }
  for (const [main, found] of Object.entries(contracts)) {
    if (!found.parts.includes(main)) problems.push(`${found.parts} is an extension of ${main}, which does not upgrade itself`);
    found.layout = stable(union(found.layouts));
    delete found.layouts;
  }
  return { contracts, problems };
}

function compare({ before, after }) {
  const report = core.getStorageUpgradeReport(before, after, core.withValidationDefaults({}));
  return report.pass ? [] : report.explain(false).split("\n\n").map(plain);
}

const [mode, ...rest] = process.argv.slice(2);
const result = mode === "extract" ? extract(...rest) : compare(JSON.parse(fs.readFileSync(0, "utf8")));
fs.writeSync(1, JSON.stringify(result));

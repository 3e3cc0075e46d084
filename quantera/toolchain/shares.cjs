"use strict";
// One input of the compiler in shares that are compiled side by side, and their outputs as one again.

const path = require("path");

// Below it, telling a second thread what to do takes longer than doing it.
const FILES_WORTH_SHARING = 12;
// Part of each thread's work by round. A share costs the reading of every source anew, so that there are few; the
// last ones are small, so that one that was thought lighter than it is does not leave the other threads idle.
const ROUNDS = [0.7, 0.2, 0.1];

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

/** How much work the code of a file is: the length of what its contracts are put together from. */
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

/** The entries in groups that are filled alike for their capacities: the heaviest first, each to the emptiest. */
function groups(selection, estimate, capacities) {
  const made = capacities.map((capacity) => ({ capacity, load: 0, entries: [] }));
  const weighed = selection.map((entry) => ({ entry, weight: 1 + estimate(entry[0]) }));
  weighed.sort((one, other) => other.weight - one.weight);
  for (const { entry, weight } of weighed) {
    const filled = (group) => (group.load + weight) / group.capacity;
    const emptiest = made.reduce((best, group) => (filled(group) < filled(best) ? group : best));
    emptiest.load += weight;
    emptiest.entries.push(entry);
  }
  return made.map((group) => group.entries).filter((entries) => entries.length);
}

/**
 * The input as several that ask for the code of some of its files each, the largest first. All of them hold every
 * source, so that source numbers, syntax trees and code come out as they do in one piece.
 */
function divide(input, threads) {
  const parsed = JSON.parse(input);
  const selection = Object.entries((parsed.settings || {}).outputSelection || {});
  if (threads < 2 || selection.length < FILES_WORTH_SHARING) return [input];
  const capacities = ROUNDS.flatMap((part) => new Array(threads).fill(part));
  return groups(selection, estimator(parsed.sources), capacities).map((entries) => {
    const settings = { ...parsed.settings, outputSelection: Object.fromEntries(entries) };
    return JSON.stringify({ ...parsed, settings });
  });
}

function sorted(object) {
  return Object.fromEntries(Object.keys(object).sort().map((name) => [name, object[name]]));
}

/** The outputs of an input's shares as the output of the input. */
function merge(outputs) {
  const [contracts, sources, errors] = [{}, {}, new Map()];
  for (const output of outputs.map((text) => JSON.parse(text))) {
    for (const error of output.errors || []) errors.set(JSON.stringify(error), error);
    Object.assign(contracts, output.contracts);
    for (const [name, source] of Object.entries(output.sources || {})) {
      sources[name] = { ...sources[name], ...source };
    }
  }
  // As in one piece: what there is none of is left out.
  return JSON.stringify({
    ...(Object.keys(contracts).length && { contracts: sorted(contracts) }),
    ...(errors.size && { errors: [...errors.values()] }),
    sources: sorted(sources),
  });
}

module.exports = { divide, merge };

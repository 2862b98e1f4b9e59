// The mix over HTTP: one connection, then 8 and 64, ours beside engines with a server of their own. Fair share = connections ×
// processor time a request ÷ cores. On a machine busy with other things look at the hundredth against the mean, which is
// connections ÷ rate.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createConnection} from 'node:net';
import {availableParallelism} from 'node:os';
import {program} from './engines.mjs';
import {indexOf} from './indexes.mjs';
import {cpuOf} from './measured.mjs';
import {makeQueries} from './queries.mjs';
import {mean, median, quantile, short, table} from './tables.mjs';

const idleConnections = 500;

/** Asks all requests so often: {rate, cpu, p50, p99, starved (connections never answered), least (requests of a connection, of the mean)}. */
async function load({port, pid, key}, requests, connections, rounds) {
  const child = spawn(program('http'), [String(port), String(connections), String(rounds), ...(key ? [key] : [])], {stdio: ['pipe', 'pipe', 'inherit']});
  let words = '';
  child.stdout.on('data', (data) => (words += data));
  const before = cpuOf(pid);
  child.stdin.end(requests.map((one) => `${one}\n`).join(''));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${program('http')} ended with ${status}`);
  const cpu = cpuOf(pid) - before;
  const lines = words.trim().split('\n');
  const seconds = Number(lines.pop());
  const replies = lines.map((line) => line.split('\t'));
  const times = replies.map(([, us]) => Number(us) / 1000);
  const served = new Map();
  for (const [, , connection] of replies) served.set(connection, (served.get(connection) ?? 0) + 1);
  return {
    rate: replies.length / seconds, cpu: (cpu * 1000) / replies.length, p50: median(times), p99: quantile(times, 0.99),
    starved: connections - served.size, least: Math.min(...served.values()) / (replies.length / connections),
  };
}

export async function measure({engines, documents, rounds, queries}) {
  const {mix} = await makeQueries(await documents.as('docs.jsonl'), queries, documents.count);
  const steps = [];
  const figures = [];
  try {
    const sides = [];
    for (const engine of engines) if (engine.serve) sides.push([engine.name, await engine.serve(await indexOf(engine, documents), (step) => steps.unshift(step))]);
    for (const [name, server] of sides) {
      const requests = mix.map((one) => [one.class, ...server.target(one)].join('\t'));
      await load(server, requests, 1, 1); // warms up
      server.requests = requests;
      server.name = name;
    }
    for (const connections of [1, 8, 64])
      for (const [name, server] of sides) {
        const runs = [];
        for (let round = 0; round < rounds; ++round) runs.push(await load(server, server.requests, connections, connections === 1 ? 1 : 3));
        const middle = Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
        figures.push({name, connections, ...middle, share: (connections * mean(runs.map(({cpu}) => cpu))) / availableParallelism()});
      }
    const ours = sides.find(([name]) => name === 'vankien')[1];
    const health = await load(ours, Array.from({length: 2_000}, () => 'empty\t/health'), 1, 3);
    const without = await load(ours, ours.requests, 8, 3);
    const idle = await Promise.all(Array.from({length: idleConnections}, async () => {
      const socket = createConnection(ours.port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    }));
    const beside = await load(ours, ours.requests, 8, 3);
    for (const socket of idle) socket.destroy();
    return {
      figures, health, without, beside,
      words: `${mix.length} queries over HTTP, median of ${rounds} runs; CPU is the server's, ms a request\n\n`
        + table(['engine', 'connections', 'requests/s', 'CPU', 'p50 ms', 'p99 ms', 'fair share ms', 'p99 ÷ share', 'p99 ÷ mean', 'least served ÷ mean'],
          ...figures.map(({name, connections, rate, cpu, p50, p99, share, starved, least}) => [name, String(connections), rate, cpu, p50, p99, share, p99 / share, (p99 * rate) / connections / 1000, starved > 0 ? 'none' : least]))
        + `\n\nEmpty request (/health): ${(health.cpu * 1000).toFixed(0)} µs of the server's processor time, ${Math.round(health.rate)} a second over one connection`
        + `\n8 connections beside ${idleConnections} idle ones: p99 ${short(beside.p99)} ms, CPU ${short(beside.cpu)} ms a request; without them ${short(without.p99)} ms, ${short(without.cpu)} ms`,
    };
  } finally {
    for (const step of steps) await step();
  }
}

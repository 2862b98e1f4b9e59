// What a program costs: wall time, processor time, and the peak memory of it and all its children together.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, readdirSync} from 'node:fs';

const ticks = 100; // USER_HZ, the same on all of Linux
const statOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');

/** Seconds of processor time a running process has used, all its threads. */
export function cpuOf(pid) {
  const words = statOf(pid);
  return (Number(words[11]) + Number(words[12])) / ticks;
}

/** Bytes of a process and all its descendants; a page that several share counts once. */
export function memoryOf(root) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(statOf(name)[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {} // gone meanwhile
  }
  let bytes = 0;
  for (const queue = [root]; queue.length > 0; ) {
    const pid = queue.pop();
    queue.push(...(children.get(pid) ?? []));
    try {
      bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
    } catch {}
  }
  return bytes;
}

/** Runs [program, ...arguments] to its end: {wall, cpu (seconds), peak (bytes), words}. Memory is looked at ten times a second. */
export async function run(command) {
  const begun = performance.now();
  // The shell's own account of its children is exact to 10 ms and holds all that they waited for.
  const child = spawn('sh', ['-c', '"$@"; status=$?; cat /proc/$$/stat >&3; exit $status', 'sh', ...command], {stdio: ['ignore', 'pipe', 'pipe', 'pipe']});
  let [words, account] = ['', ''];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words = (words + data).slice(-100_000)));
  child.stdio[3].on('data', (data) => (account += data));
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 100);
  const [status] = await once(child, 'close');
  clearInterval(look);
  if (status !== 0) throw new Error(`${command[0]} ended with ${status}: ${words.slice(-2_000)}`);
  const wall = (performance.now() - begun) / 1000;
  const fields = account.replace(/^.*\) /s, '').split(' ');
  return {wall, cpu: (Number(fields[13]) + Number(fields[14])) / ticks, peak, words};
}

// A program that answers questions line by line, kept running so that sides can be asked in turns.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';

export class Asker {
  constructor([program, ...args], undo) {
    this.child = spawn(program, args, {stdio: ['pipe', 'pipe', 'inherit']});
    this.lines = createInterface({input: this.child.stdout})[Symbol.asyncIterator]();
    const closed = once(this.child, 'close');
    undo(() => {
      this.child.stdin.end();
      return closed;
    });
  }

  /** {total, hits, cpu, wall}: the times in milliseconds. */
  async ask(question) {
    this.child.stdin.write(`${JSON.stringify(question)}\n`);
    const {value, done} = await this.lines.next();
    if (done) throw new Error(`${this.child.spawnfile} gave no answer to ${JSON.stringify(question)}`);
    const [total, hits, cpu, wall] = value.split('\t').map(Number);
    return {total, hits, cpu: cpu / 1000, wall: wall / 1000};
  }
}

/** Asks all sides all questions, a side after the other in each round: by side a list of answers with the least times. */
export async function askAll(sides, questions, rounds) {
  const best = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round)
    for (const [name, asker] of Object.entries(sides))
      for (const [at, question] of questions.entries()) {
        const answer = await asker.ask(question);
        const before = best[name][at];
        best[name][at] = before ? {...answer, cpu: Math.min(answer.cpu, before.cpu), wall: Math.min(answer.wall, before.wall)} : answer;
      }
  return best;
}

// Chance with a seed: the same seed gives the same archive on every machine.

export class Random {
  #state;

  constructor(seed) {
    this.#state = (seed * 2654435761) >>> 0;
  }

  // mulberry32: 32 bits of state are plenty for text, and it is as fast as Math.random
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  between(from, to) {
    return from + this.below(to - from + 1);
  }

  chance(share) {
    return this.next() < share;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // Ranks 0 … count-1, the r-th about 1/r as often as the first: names, villages, quoted papers.
  zipf(count) {
    return Math.floor(count ** this.next()) - 1;
  }

  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  logNormal(median, sigma) {
    return median * Math.exp(sigma * this.normal());
  }
}

// Draws from [[thing, weight], …] as often as the weights say.
export function weighted(pairs) {
  const things = [];
  const bounds = [];
  let sum = 0;
  for (const [thing, weight] of pairs) {
    things.push(thing);
    bounds.push((sum += weight));
  }
  return (random) => {
    const at = random.next() * sum;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle] > at) high = middle;
      else low = middle + 1;
    }
    return things[low];
  };
}

// Asks a daemon many queries over a few kept connections.

import http from 'node:http';

const connections = 2;

function post(agent, url, key, body) {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(JSON.stringify(body));
    const headers = {'Content-Type': 'application/json', 'Content-Length': bytes.length, Authorization: `Bearer ${key}`};
    const request = http.request(url, {method: 'POST', agent, headers}, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${response.statusCode} to ${JSON.stringify(body.q)}: ${text}`));
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

/** For each text {hits: the first 50 with these attributes, total, milliseconds}, in the order of the texts. */
export async function askAll({url, key}, texts, attributes = ['id']) {
  const agent = new http.Agent({keepAlive: true, maxSockets: connections});
  const answers = [];
  let next = 0;
  const asker = async () => {
    while (next < texts.length) {
      const at = next++;
      const begun = performance.now();
      const body = {q: texts[at], hitsPerPage: 50, attributesToRetrieve: attributes};
      const answer = await post(agent, `${url}/indexes/vanban/search`, key, body);
      answers[at] = {hits: answer.hits, total: answer.totalHits, milliseconds: performance.now() - begun};
    }
  };
  try {
    await Promise.all(Array.from({length: connections}, asker));
  } finally {
    agent.destroy();
  }
  return answers;
}

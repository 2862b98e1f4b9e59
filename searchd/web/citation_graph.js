// The papers one and two steps around a document, drawn: left what names it, right what it names. The same in words
// below, for who does not see it.

import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatNumber} from './format.js';
import {formatStatus, hasEnded, nameOf} from './status.js';

const width = 900;
const box = {width: 150, height: 36};
const rowHeight = 52;

function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The column of each node, -2…2: on the side on which it hangs at the document in the middle. */
function columnsOf(nodes, edges) {
  const columns = new Map([[0, 0]]);
  for (const {step} of [{step: 1}, {step: 2}])
    for (const {from, to} of edges) {
      const [near, far, side] = columns.has(from) ? [from, to, 1] : [to, from, -1];
      if (!columns.has(near) || columns.has(far) || nodes[far].step !== step || nodes[near].step !== step - 1) continue;
      columns.set(far, step * (Math.sign(columns.get(near)) || side));
    }
  return columns;
}

function placesOf(nodes, edges) {
  const columns = columnsOf(nodes, edges);
  const members = new Map();
  for (const [node, column] of columns) members.set(column, [...(members.get(column) ?? []), node]);
  const rows = Math.max(...[...members.values()].map((column) => column.length));
  const height = rows * rowHeight + 16;
  const places = new Map();
  for (const [column, list] of members)
    list.forEach((node, i) =>
      places.set(node, {x: width / 2 + column * ((width - box.width) / 4 - 2), y: (height / (list.length + 1)) * (i + 1)}));
  return {places, height};
}

const short = (text) => (text.length > 19 ? `${text.slice(0, 18)}…` : text);

function drawNode(node, {x, y}) {
  const name = `${nameOf(node)}. ${formatStatus(node.status)}`;
  const shape = svg('rect', {x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height, rx: 5});
  const label = svg('text', {x, y: y + 5, 'text-anchor': 'middle'}, short(node.symbol || node.title || node.id));
  const classes = ['graph-node', node.step === 0 ? 'own' : '', hasEnded(node.status) ? 'ended' : ''].filter(Boolean).join(' ');
  const group = svg('g', {class: classes}, svg('title', {}, name), shape, label);
  return node.step === 0 ? group : svg('a', {href: documentUrl(node.id, ''), 'aria-label': name}, group);
}

function drawEdge({kind}, from, to) {
  const side = from.x <= to.x ? 1 : -1;
  const [x1, x2] = from.x === to.x ? [from.x, to.x] : [from.x + (side * box.width) / 2, to.x - (side * box.width) / 2];
  const bend = from.x === to.x ? 120 : 30;
  const path = `M${x1} ${from.y} C${x1 + side * bend} ${from.y} ${x2 + (from.x === to.x ? bend : -side * bend)} ${to.y} ${x2} ${to.y}`;
  const strong = kind === 'thay thế' || kind === 'bãi bỏ' || kind === 'hết hiệu lực';
  return svg('path', {class: strong ? 'graph-edge strong' : 'graph-edge', d: path, 'marker-end': 'url(#arrow)'}, svg('title', {}, kind));
}

/** Fills `container` from an answer of the graph; hides it if the document stands alone. */
export function showGraph(container, {nodes, edges, leftOut}) {
  container.hidden = edges.length === 0;
  if (container.hidden) return;
  const {places, height} = placesOf(nodes, edges);
  const arrow = svg('marker', {id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto-start-reverse'},
    svg('path', {class: 'graph-arrow', d: 'M0 0 L8 4 L0 8 z'}));
  const drawn = edges.filter(({from, to}) => places.has(from) && places.has(to));
  const picture = svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Sơ đồ văn bản liên quan'},
    svg('defs', {}, arrow),
    ...drawn.map((edge) => drawEdge(edge, places.get(edge.from), places.get(edge.to))),
    ...nodes.flatMap((node, i) => (places.has(i) ? [drawNode(node, places.get(i))] : [])));
  const lines = edges.map(({from, to, kind}) => el('li', {}, `${nameOf(nodes[from])} – ${kind} – ${nameOf(nodes[to])}`));
  container.replaceChildren(
    el('summary', {}, `Sơ đồ liên quan (${formatNumber(nodes.length)} văn bản)`),
    el('div', {class: 'graph-frame', role: 'region', 'aria-label': 'Sơ đồ', tabindex: '0'}, picture),
    el('details', {class: 'graph-words'}, el('summary', {}, 'Bằng lời'), el('ul', {}, ...lines)),
    leftOut > 0 ? el('p', {class: 'nothing'}, `Không vẽ ${formatNumber(leftOut)} liên hệ nữa.`) : '',
  );
}

// Up and down between the marks of a text: by the buttons, and by the keys n (next) and p (previous).

import {formatNumber} from './format.js';

/** Whether a key is meant for the page, and not for a box somebody types in. */
const isForPage = (event) =>
  !event.target.closest('input, textarea, select, dialog[open]') && !event.ctrlKey && !event.metaKey && !event.altKey;

/** The marks in groups: words that follow one another are one place. */
function placesOfMarks(text) {
  const places = [];
  for (const mark of text.querySelectorAll('mark')) {
    const gap = mark.previousSibling;
    const follows = gap?.nodeType === Node.TEXT_NODE && gap.data.trim() === '' && gap.previousSibling?.nodeName === 'MARK';
    if (follows) places.at(-1).push(mark);
    else places.push([mark]);
  }
  return places;
}

/** Wires the counter and the buttons once; the function returned takes the marks of `text` anew. */
export function matchWalk({frame, count, previous, next, text}) {
  let places = [];
  let current = -1;
  const show = () => {
    const all = formatNumber(places.length);
    count.textContent = current < 0 ? `${all} chỗ khớp` : `${formatNumber(current + 1)}/${all}`;
  };
  const paint = (on) => places[current]?.forEach((mark) => mark.classList.toggle('current', on));
  const go = (step) => {
    if (places.length === 0) return;
    paint(false);
    current = (Math.max(current, step < 0 ? 0 : -1) + step + places.length) % places.length;
    paint(true);
    places[current][0].scrollIntoView({block: 'center'});
    show();
  };
  previous.addEventListener('click', () => go(-1));
  next.addEventListener('click', () => go(1));
  document.addEventListener('keydown', (event) => {
    if ((event.key !== 'n' && event.key !== 'p') || !isForPage(event) || places.length === 0) return;
    event.preventDefault();
    go(event.key === 'n' ? 1 : -1);
  });
  return () => {
    places = placesOfMarks(text);
    current = -1;
    frame.hidden = places.length === 0;
    show();
  };
}

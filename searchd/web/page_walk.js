// "Trang 3/12": which page is before the reader's eyes, and a box to go to another.

import {formatNumber} from './format.js';

/** The address of a page within the document: van-ban.html?id=…#trang-3. */
export const pageAnchor = (number) => `trang-${number}`;

/**
 * Wires the box once; the function returned takes the pages of `text` anew. `onPage` is told the number of the page that
 * is read.
 */
export function pageWalk({frame, box, count, text}, onPage) {
  let pages = [];
  let held = false; // a page was gone to: it is the one that is read until the reader moves on
  for (const move of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(move, () => (held = false), {passive: true, capture: true});
  const go = (number) => {
    held = true;
    box.value = number;
    pages[number - 1].scrollIntoView({block: 'start'});
    onPage(number);
  };
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.findLast(({isIntersecting}) => isIntersecting);
      if (!entry || held) return;
      const number = pages.indexOf(entry.target) + 1;
      if (document.activeElement !== box) box.value = number;
      onPage(number);
    },
    {rootMargin: '-50% 0px -49% 0px'}, // a line across the middle of the window, where a match is scrolled to
  );
  box.addEventListener('change', () => {
    go(Math.min(Math.max(Math.trunc(Number(box.value)) || 1, 1), pages.length));
  });
  return () => {
    seen.disconnect();
    pages = [...text.querySelectorAll('.page')];
    frame.hidden = pages.length < 2;
    box.max = pages.length;
    box.value = 1;
    count.textContent = `/${formatNumber(pages.length)}`;
    for (const page of pages) seen.observe(page);
    // The text came after the browser looked for the address's page.
    const wished = pages.find((page) => `#${page.id}` === location.hash);
    if (wished) go(pages.indexOf(wished) + 1);
    else onPage(1);
  };
}

// "Tên tỉnh ngày nay": the places of papers as the provinces of today, Tuyên Quang for a paper of Hà Giang. Off, unless the
// reader asks for it; the address says so (?tinhnay=1).

import {el} from './dom.js';

let on = false;
export const usesTodaysPlaces = () => on;
export const setTodaysPlaces = (value) => (on = value);

/** Asks for them, in the body of a request: a search, several of them, or the values of a facet. */
export function askOfToday(body) {
  if (!body || !on) return body;
  const request = JSON.parse(body);
  for (const query of request.queries ?? [request]) query.todaysPlaces = true;
  return JSON.stringify(request);
}

/** The box; `change(on)` is called when it is ticked. The address may have changed it: `draw` shows what holds. */
export function todaysSwitch(change) {
  const box = el('input', {type: 'checkbox', id: 'todays-places', onchange: () => change(box.checked)});
  return {element: el('label', {class: 'switch'}, box, 'Tên tỉnh ngày nay'), draw: () => (box.checked = on)};
}

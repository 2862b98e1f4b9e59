// Elements without innerHTML: everything that comes from a document or a person ends up as text.

/**
 * Makes an element. Properties are attributes, but `on…` functions, which listen; false and undefined are left out.
 *   el('a', {href: '#', class: 'more', onclick: open}, 'Xem thêm')
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== ''));
  return element;
}

/** Replaces the children of an element; the focus stays where it was if its element is among the new ones. */
export function refill(element, children) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceChildren(...children);
  if (focused?.isConnected) focused.focus({preventScroll: true});
}

/** Splits text at two markers into text and <mark> nodes; a marker without its partner is left out. */
export function marked(text, open, close) {
  const fragment = document.createDocumentFragment();
  text.split(open).forEach((part, index) => {
    const end = index === 0 ? -1 : part.indexOf(close);
    if (end >= 0) fragment.append(el('mark', {}, part.slice(0, end)));
    fragment.append(end >= 0 ? part.slice(end + close.length) : part);
  });
  return fragment;
}

// "Thống kê danh sách": from what is found to its counts by type and year.

/**
 * `found`: {q, filter, literal, todaysPlaces} in the words of the API, or null. The page of statistics knows neither places of today nor
 * words just as typed: the link is hidden then.
 */
export function showCountLink(link, found) {
  link.hidden = !found || Boolean(found.literal || found.todaysPlaces);
  if (link.hidden) return;
  const {q, filter = []} = found;
  const conditions = [filter].flat().map((either) => `(${[either].flat().join(' OR ')})`).join(' AND ');
  link.href = `thong-ke.html?${new URLSearchParams({rows: 'type', columns: 'year', ...(q && {q}), ...(conditions && {loc: conditions})})}`;
}

// The only place that talks to the server. The access key lives in this tab's session storage and nowhere else.

const storageName = 'vankien.key';

/** The server stands where the page came from. */
export const host = new URL('.', location.href).href;

/** What went wrong: status 0 is "no answer at all"; code is the server's word, e.g. invalid_api_key. */
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
  get badKey() {
    return this.status === 401 || (this.status === 403 && this.code === 'invalid_api_key');
  }
}

export const currentKey = () => sessionStorage.getItem(storageName) ?? '';

export function keepKey(key) {
  if (key) sessionStorage.setItem(storageName, key);
  else sessionStorage.removeItem(storageName);
}

/** Sends a request with the key and returns the answer's JSON. Throws ApiError. */
export async function request(url, init = {}, key = currentKey()) {
  const headers = new Headers(init.headers);
  if (key) headers.set('Authorization', `Bearer ${key}`);
  let response, body;
  try {
    response = await fetch(url, {signal: AbortSignal.timeout(30_000), ...init, headers, cache: 'no-store'});
    body = await response.text();
  } catch (error) {
    throw new ApiError(0, 'unreachable', String(error));
  }
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    // A proxy's own page, most likely.
    throw new ApiError(response.ok ? 0 : response.status, 'unreadable', 'the answer is not JSON');
  }
  if (!response.ok) throw new ApiError(response.status, json.code ?? 'unknown', json.message ?? '');
  return json;
}

const post = (path, body, key) =>
  request(
    new URL(path, host),
    {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)},
    key,
  );

export const search = (body, key) => post('indexes/vanban/search', body, key);
export const fetchDocument = (id) => request(new URL(`indexes/vanban/documents/${encodeURIComponent(id)}`, host));
export const fetchRelations = (id) => request(new URL(`indexes/vanban/documents/${encodeURIComponent(id)}/relations`, host));
/** What the query may become; `signal` ends the wait for it. */
export const fetchSuggestions = (q, signal) => request(new URL(`api/suggest?${new URLSearchParams({q})}`, host), {signal});
export const fetchSimilar = (id) => request(new URL(`api/documents/${encodeURIComponent(id)}/similar`, host));
export const fetchSeries = (id) => request(new URL(`api/documents/${encodeURIComponent(id)}/series`, host));
export const fetchStatistics = () => request(new URL('stats', host));

/** What to tell people about an error, in two sentences: what happened, what to do. */
export function explain(error) {
  if (error.badKey)
    return ['Mã truy cập không đúng hoặc đã bị thu hồi.', 'Hãy nhập mã khác, hoặc bỏ mã để xem các văn bản thường.'];
  if (error.status === 0 || error.status === 502 || error.status === 504)
    return ['Không kết nối được với máy chủ tra cứu.', 'Hãy kiểm tra mạng nội bộ rồi thử lại; nếu vẫn lỗi, báo cho người quản trị.'];
  if (error.status === 429 || error.status === 503)
    return ['Máy chủ đang bận.', 'Hãy đợi vài giây rồi thử lại.'];
  return ['Máy chủ không thực hiện được yêu cầu này.', `Mã lỗi: ${error.code || error.status}. Hãy thử lại với câu tìm khác.`];
}

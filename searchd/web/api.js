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

async function ask(url, init, key) {
  const headers = new Headers(init.headers);
  if (key) headers.set('Authorization', `Bearer ${key}`);
  try {
    const response = await fetch(url, {...init, headers, cache: 'no-store', signal: AbortSignal.timeout(30_000)});
    return [response, await response.text()];
  } catch (error) {
    throw new ApiError(0, 'unreachable', String(error));
  }
}

/** Sends a request with the key and returns the answer's JSON. Throws ApiError. */
export async function request(url, init = {}, key = currentKey()) {
  const [response, body] = await ask(url, init, key);
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

const posted = (body) => ({method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
const post = (path, body, key) => request(new URL(path, host), posted(body), key);

export const search = (body, key) => post('indexes/vanban/search', body, key);
export const fetchDocument = (id) => request(new URL(`indexes/vanban/documents/${encodeURIComponent(id)}`, host));
const citationsPath = (id) => `api/documents/${encodeURIComponent(id)}/citations`;
/** `window`: group, offset, limit. */
export const fetchCitations = (id, window = {}) => request(new URL(`${citationsPath(id)}?${new URLSearchParams(window)}`, host));
export const fetchCitationGraph = (id) => request(new URL(`${citationsPath(id)}/graph`, host));
export const fetchSymbol = (symbol) => request(new URL(`api/symbols/${encodeURIComponent(symbol)}`, host));
export const fetchStatistics = () => request(new URL('stats', host));

export const checkDraft = (text, date) => post('api/draft-check', date ? {text, date} : {text});
export const lookUp = (queries) => post('api/batch', {queries});
/** The table of a batch as a csv file, its mark for Excel kept. Throws ApiError. */
export async function fetchBatchCsv(queries) {
  const [response, body] = await ask(new URL('api/batch?format=csv', host), posted({queries}), currentKey());
  if (!response.ok) throw new ApiError(response.status, 'unknown', body);
  return new Blob(['\uFEFF', body], {type: 'text/csv;charset=utf-8'});
}

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

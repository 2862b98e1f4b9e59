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

/** Sends a request with the key; `read` takes the answer's body. Throws ApiError if there is no answer. */
async function send(url, init, key, read) {
  const headers = new Headers(init.headers);
  if (key) headers.set('Authorization', `Bearer ${key}`);
  try {
    const response = await fetch(url, {...init, headers, cache: 'no-store'});
    return [response, await read(response)];
  } catch (error) {
    throw new ApiError(0, 'unreachable', String(error));
  }
}

/** Sends a request with the key and returns the answer's JSON. Throws ApiError. */
export async function request(url, init = {}, key = currentKey()) {
  const [response, body] = await send(url, {signal: AbortSignal.timeout(30_000), ...init}, key, (answer) => answer.text());
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
const viewUrl = (id) => new URL(`api/documents/${encodeURIComponent(id)}`, host);
/** A document by its pages, with the places where the query matches. */
export const fetchView = (id, q) => request(q ? `${viewUrl(id)}?${new URLSearchParams({q})}` : viewUrl(id));
/** The address of the file a document was made of. */
export const originalUrl = (id, download = false) => `${viewUrl(id)}/file${download ? '?download=true' : ''}`;
/** The file itself as a Blob, with the key. Throws ApiError. */
export async function fetchOriginal(id) {
  const [response, blob] = await send(originalUrl(id, true), {}, currentKey(), (answer) => answer.blob());
  if (response.ok) return blob;
  const {code, message} = JSON.parse(await blob.text());
  throw new ApiError(response.status, code, message);
}
const withParameters = (path, parameters) => new URL(`${path}?${new URLSearchParams(parameters)}`, host);
export const fetchTable = (parameters) => request(withParameters('api/statistics', parameters));
export const fetchNumbering = (parameters) => request(withParameters('api/numbering', parameters));

/** Asks with the key and hands the answer to the browser as a file. Throws ApiError, also if it breaks off. */
async function download(url, init, name) {
  const headers = new Headers(init.headers);
  if (currentKey()) headers.set('Authorization', `Bearer ${currentKey()}`);
  let response, file;
  try {
    response = await fetch(url, {...init, headers, cache: 'no-store'});
    file = await response.blob();
  } catch (error) {
    throw new ApiError(0, 'unreachable', String(error));
  }
  if (!response.ok) {
    const told = await file.text().then(JSON.parse).catch(() => ({}));
    throw new ApiError(response.status, told.code ?? 'unknown', told.message ?? '');
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // once the browser has it
}

export const downloadTable = (parameters, name) => download(withParameters('api/statistics', parameters), {}, name);
export const downloadList = (body, name) =>
  download(new URL('api/export', host), {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}, name);

const citationsPath = (id) => `api/documents/${encodeURIComponent(id)}/citations`;
/** `window`: group, offset, limit. */
export const fetchCitations = (id, window = {}) => request(new URL(`${citationsPath(id)}?${new URLSearchParams(window)}`, host));
export const fetchCitationGraph = (id) => request(new URL(`${citationsPath(id)}/graph`, host));
export const fetchSymbol = (symbol, offset = 0) => request(new URL(`api/symbols/${encodeURIComponent(symbol)}?offset=${offset}`, host));
/** What the query may become; `signal` ends the wait for it. */
export const fetchSuggestions = (q, signal) => request(new URL(`api/suggest?${new URLSearchParams({q})}`, host), {signal});
export const fetchSimilar = (id) => request(new URL(`api/documents/${encodeURIComponent(id)}/similar`, host));
export const fetchSeries = (id) => request(new URL(`api/documents/${encodeURIComponent(id)}/series`, host));
export const fetchStatistics = () => request(new URL('stats', host));

const sent = (path, body, type) => request(new URL(path, host), {method: 'POST', body, signal: AbortSignal.timeout(60_000), headers: {'Content-Type': type}});
const draftPath = (date) => `api/draft-check${date ? `?${new URLSearchParams({date})}` : ''}`;
/** Its words as they are: as JSON they could be twice as long. */
export const checkDraft = (text, date) => sent(draftPath(date), text, 'text/plain');
/** What browsers call a table differs from machine to machine, its name does not. */
const typeOf = (file) => (/\.csv$/i.test(file.name) ? 'text/csv' : file.type || 'application/octet-stream');
/** The same of a file, whose bytes the server lets another program read; that may take its time. */
export const checkDraftFile = (file, date) => sent(draftPath(date), file, typeOf(file));
export const lookUpFile = (file) => sent('api/batch', file, typeOf(file));
/** A list goes as JSON up to the server's usual limit for that, a longer one as the file of text that it could have come as. */
function postedList(queries) {
  const json = posted({queries});
  if (new Blob([json.body]).size <= 1_048_576) return json;
  return {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: queries.join('\n'), signal: AbortSignal.timeout(60_000)};
}
export const lookUp = (queries) => request(new URL('api/batch', host), postedList(queries));
/** The table of a batch as a file, csv or xlsx, handed to the browser. Throws ApiError. */
export const downloadBatch = (queries, format) => download(new URL(`api/batch?format=${format}`, host), postedList(queries), `tra-cuu-hang-loat.${format}`);

/** Why a file gave no text, by the server's words. */
const fileTrouble = {
  encrypted: 'Tệp có mật khẩu.',
  too_large: 'Tệp quá dài.',
  timeout: 'Đọc tệp mất quá nhiều thời gian.',
};

/** The limit that the server names, as people read it. */
function mostOf(error) {
  const bytes = /at most (\d+)/.exec(error.message)?.[1];
  return bytes ? ` (tối đa ${(bytes / 1e6).toLocaleString('vi', {maximumFractionDigits: 1})} MB)` : '';
}

/** What to tell people about an error, in two sentences: what happened, what to do. */
export function explain(error) {
  if (error.badKey)
    return ['Mã truy cập không đúng hoặc đã bị thu hồi.', 'Hãy nhập mã khác, hoặc bỏ mã để xem các văn bản thường.'];
  if (error.status === 0 || error.status === 502 || error.status === 504)
    return ['Không kết nối được với máy chủ tra cứu.', 'Hãy kiểm tra mạng nội bộ rồi thử lại; nếu vẫn lỗi, báo cho người quản trị.'];
  if (error.code === 'unreadable_file' && error.message.includes('`needs_ocr`'))
    return ['Tệp này chỉ có ảnh quét, không có chữ để kiểm tra.', 'Hãy mở bản gốc (Word) của tệp, hoặc nhận dạng chữ bằng chương trình khác rồi dán vào ô.'];
  if (error.code === 'unreadable_file')
    return ['Không đọc được chữ trong tệp này.', `${fileTrouble[/`(\w+)`/.exec(error.message)?.[1]] ?? 'Tệp hỏng hoặc không phải tệp văn bản.'} Có thể chép chữ rồi dán vào ô.`];
  if (error.code === 'invalid_content_type')
    return ['Máy chủ này không đọc loại tệp này.', 'Hãy chép chữ trong tệp rồi dán vào ô.'];
  if (error.status === 413) return [`Dài quá mức máy chủ nhận${mostOf(error)}.`, 'Hãy chia nhỏ, hoặc chép phần cần kiểm tra rồi dán vào ô.'];
  if (error.status === 429 || error.status === 503)
    return ['Máy chủ đang bận.', 'Hãy đợi vài giây rồi thử lại.'];
  return ['Máy chủ không thực hiện được yêu cầu này.', `Mã lỗi: ${error.code || error.status}. Hãy thử lại với câu tìm khác.`];
}

// A manuscript as the page on which an office put it on the web: the text inside, the site around.
import { pick } from './chance.mjs';
import { inForm } from './forms.mjs';
import { comments, counter, footer, menu, related } from './web-furniture.mjs';
import { escape, webText } from './web-text.mjs';

export function webPage(manuscript) {
  const { file, form, issuer, page, title, type, symbol } = manuscript.header;
  const furniture = page ? JSON.parse(page) : {};
  const office = escape(issuer || 'Đảng bộ tỉnh');
  const caption = escape([type, symbol].filter(Boolean).join(' ') || title || 'Tin tức');
  const parts = [
    head(file, caption, office),
    '<body>',
    `<div id="header"><img src="/images/banner.jpg" alt="${office}"></div>`,
    furniture.menu && menu(),
    '<div id="wrapper">',
    `<div class="breadcrumb"><a href="/">Trang nhất</a> &raquo; <a href="/van-ban">Văn bản</a></div>`,
    webText(manuscript),
    furniture.counter && counter(file),
    furniture.related && related(file),
    furniture.comments && comments(file),
    '</div>',
    furniture.menu && footer(office),
    '</body>',
    '</html>',
  ];
  return `${inForm(form, parts.filter(Boolean).join('\n'))}\n`;
}

function head(file, caption, office) {
  const old = pick(file, 'doctype', [true, false]);
  const doctype = old
    ? '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
    : '<!DOCTYPE html>';
  const charset = old
    ? '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    : '<meta charset="utf-8">';
  return `${doctype}
<html lang="vi">
<head>
${charset}
<title>${caption} - ${office}</title>
<meta name="keywords" content="trang thông tin điện tử, tin tức, sự kiện">
<style>body { font-family: Arial } .menu-ngang li { display: inline }</style>
<script>var trang = "chi-tiet"; function xemAnh(id) { return id < 10 && id > 0; }</script>
</head>`;
}

#include "indexer/extract/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/utf.h"

namespace vankien {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_machinery(std::string_view tag) {
  static constexpr std::array<std::string_view, 19> kTags = {
      "head",   "script", "style", "template", "noscript", "iframe", "object", "embed",  "svg",   "select",
      "option", "button", "input", "textarea", "nav",      "audio",  "video",  "canvas", "dialog"};
  return is_one_of(kTags, tag);
}

bool is_block(std::string_view tag) {
  static constexpr std::array<std::string_view, 19> kTags = {
      "div",    "ul",    "ol",     "dl",   "table",    "tbody", "tr",      "td", "section", "header",
      "footer", "aside", "center", "form", "fieldset", "main",  "article", "p",  "li"};
  return is_one_of(kTags, tag);
}

bool is_named_word(std::string_view word) {
  static constexpr std::array<std::string_view, 42> kWords = {
      "menu",       "menus",         "nav",         "navigation", "sidebar", "related",  "comment",
      "comments",   "counter",       "share",       "social",     "banner",  "ad",       "ads",
      "adv",        "popup",         "modal",       "login",      "search",  "pager",    "paging",
      "pagination", "toolbar",       "widget",      "rating",     "visitor", "visitors", "footer",
      "hidden",     "toplinks",      "sitemap",     "copyright",  "rss",     "feedback", "tags",
      "captcha",    "complementary", "contentinfo", "dialog",     "tooltip", "cookie",   "hotline"};
  return is_one_of(kWords, word);
}

/// Parts of names that say furniture however they are glued together: `tin-lien-quan`, `boxTinLienQuan`.
bool holds_named_phrase(std::string_view glued) {
  static constexpr std::array<std::string_view, 19> kPhrases = {
      "breadcrumb", "sidebar",     "advert",      "lienquan",    "cungchuyenmuc", "binhluan", "ykienbandoc",
      "luotxem",    "luottruycap", "truycap",     "thongketruy", "quangcao",      "dangnhap", "timkiem",
      "trangchu",   "footer",      "relatednews", "othernews",   "tinkhac"};
  return glued == "thongke" || std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
           return glued.find(phrase) != std::string_view::npos;
         });
}

/// `id="ctl00_MenuLeft"` → menu, left. Words part at marks and where a capital follows a small letter.
bool is_named_furniture(std::string_view names) {
  std::string word;
  std::string glued;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = capital || (c >= 'a' && c <= 'z');
    const bool hump = capital && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z';
    if (!letter || hump) {
      if (is_named_word(word)) return true;
      word.clear();
    }
    if (letter) word += static_cast<char>(c | 0x20), glued += static_cast<char>(c | 0x20);
    if (c == ' ') {
      if (holds_named_phrase(glued)) return true;
      glued.clear();
    }
  }
  return false;
}

bool is_hidden(const HtmlElement& element) {
  if (xmlHasProp(element.node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  std::string style = element.attribute("style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

/// Mostly links, and several of them. One long link in a line is a citation: `Căn cứ <a>Luật …</a>;`.
bool is_mere_links(const HtmlElement& element) {
  const std::size_t share = element.tag == "p" || element.tag == "li" ? 90 : 60;
  return element.links >= 3 && element.link_letters * 100 > element.letters * share;
}

bool is_furniture_heading(std::string_view shadow) {
  static constexpr std::array<std::string_view, 20> kHeadings = {"tin cung chuyen muc",
                                                                 "cac tin cung chuyen muc",
                                                                 "tin lien quan",
                                                                 "cac tin lien quan",
                                                                 "bai viet lien quan",
                                                                 "cac bai lien quan",
                                                                 "cac bai viet khac",
                                                                 "cac tin khac",
                                                                 "tin khac",
                                                                 "tin moi hon",
                                                                 "cac tin da dua",
                                                                 "tin cu hon",
                                                                 "van ban lien quan",
                                                                 "van ban cung chuyen muc",
                                                                 "y kien ban doc",
                                                                 "binh luan",
                                                                 "gui binh luan",
                                                                 "thong ke truy cap",
                                                                 "lien ket website",
                                                                 "van ban moi"};
  while (!shadow.empty() &&
         std::string_view(": .(0123456789)").find(shadow.back()) != std::string_view::npos) {
    shadow.remove_suffix(1);
  }
  return is_one_of(kHeadings, shadow);
}

/// A box is furniture when its own first element says so: `<div><h4>Tin cùng chuyên mục</h4>…`. Looks a few
/// levels deep only: a chain of a hundred thousand empty blocks must not be walked from each of its links.
bool opens_with_furniture_heading(const HtmlTree& tree, std::size_t index) {
  constexpr std::size_t kElements = 12;
  for (std::size_t i = index + 1; i < std::min(tree[index].end, index + kElements); ++i) {
    if (tree[i].dropped || tree[i].letters == 0) continue;
    const bool leaf = i + 1 == tree[i].end;
    if (leaf || tree[i].letters < tree[index].letters) return is_furniture_heading(bare(tree.text(i, 100)));
  }
  return false;
}

}  // namespace

void drop_furniture(HtmlTree& tree) {
  for (std::size_t i = 0; i < tree.elements().size(); ++i) {
    if (is_machinery(tree[i].tag)) tree.drop(i);
  }
  tree.sum_up();
  // In several passes: links and letters of what has gone must not speak for or against what is left.
  const auto drop_where = [&](const auto& judge, std::size_t percent) {
    const std::size_t most = tree[0].prose() * percent / 100;
    for (std::size_t i = 1; i < tree.elements().size(); ++i) {
      if (tree[i].dropped) {
        i = tree[i].end - 1;
      } else if (tree[i].prose() <= most && is_block(tree[i].tag) && judge(i)) {
        tree.drop(i);
        i = tree[i].end - 1;
      }
    }
    tree.sum_up();
  };
  drop_where([&](std::size_t i) { return is_hidden(tree[i]); }, 50);
  drop_where(
      [&](std::size_t i) {
        const HtmlElement& element = tree[i];
        if (element.tag == "form" || element.tag == "footer" || element.tag == "aside") return true;
        return is_named_furniture(element.attribute("id") + ' ' + element.attribute("class") + ' ' +
                                  element.attribute("role"));
      },
      50);
  drop_where([&](std::size_t i) { return is_mere_links(tree[i]); }, 50);
  drop_where([&](std::size_t i) { return opens_with_furniture_heading(tree, i); }, 25);
}

bool is_furniture_line(std::string_view line) {
  std::string shadow = bare(line);
  shadow.erase(0, shadow.find_first_not_of(' '));
  if (shadow.empty() || shadow.size() > 80) return false;
  static constexpr std::array<std::string_view, 12> kWhole = {
      "quay lai",  "xem tiep", "go top",    "ve dau trang", "in trang", "in trang nay",
      "gui email", "ban in",   "dau trang", "tro ve",       "xem them", "chia se"};
  if (is_one_of(kWhole, shadow) || is_furniture_heading(shadow)) return true;
  // A counter is one of these labels with a number and nothing else.
  static constexpr std::array<std::string_view, 16> kCounters = {
      "so luot xem", "luot xem",         "tong luot truy cap", "tong so luot truy cap",
      "da truy cap", "so luot truy cap", "luot truy cap",      "truc tuyen",
      "dang online", "dang truy cap",    "so nguoi truy cap",  "hom nay",
      "hom qua",     "khach truc tuyen", "luot doc",           "so lan xem"};
  const auto digits = shadow.find_first_of("0123456789");
  const bool only_number =
      digits != std::string::npos && shadow.find_first_not_of("0123456789., ", digits) == std::string::npos;
  if (!only_number) return false;
  std::string_view label = std::string_view(shadow).substr(0, digits);
  while (!label.empty() && (label.back() == ' ' || label.back() == ':')) label.remove_suffix(1);
  return is_one_of(kCounters, label);
}

}  // namespace vankien

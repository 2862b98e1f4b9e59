#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/mapped_text.h"
#include "indexer/extract/flow.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/html_furniture.h"
#include "indexer/extract/html_stamps.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/legacy.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

/// What the page says of its own charset: `<meta charset="windows-1258">`, "" if nothing. Where browsers look.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  std::string head(bytes.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto at = head.find("charset");
  if (at == std::string::npos) return "";
  const auto begin = head.find_first_not_of(" =\"'", at + 7);
  if (begin == std::string::npos) return "";
  return head.substr(begin, head.find_first_of(" \"'>;/\r\n", begin) - begin);
}

bool is_latin1(std::string_view charset) {
  return charset == "iso-8859-1" || charset == "windows-1252" || charset == "latin1" || charset == "us-ascii";
}

struct Page {
  std::string utf8;
  std::vector<Warning> warnings;
  bool doubtful =
      false;  ///< shown as windows-1252 without the page saying so: right only if a repair succeeds
};

/// UTF-8 of the page. What it says of its own charset is often wrong and seldom needed: bytes that are valid UTF-8
/// and above ASCII are UTF-8. Other bytes are what the page says, or shown as windows-1252: pages in a TCVN3 or
/// VNI font call themselves that, and their text is decoded once it stands without its tags.
Page to_utf8(std::string_view bytes, const ExtractLimits& limits) {
  ExtractLimits whole = limits;  // a page's markup is longer than its text
  whole.output_bytes = limits.input_bytes;
  Page page;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16 || bytes.find('\0') != std::string_view::npos || is_valid_utf8(bytes)) {
    for (const std::string& part : extract_text(bytes, whole).pages) (page.utf8 += part) += ' ';
    return page;
  }
  const std::string charset = declared_charset(bytes);
  if (const auto encoding = encoding_of_charset(charset)) {
    page.utf8 = read_as(*encoding, bytes);
    page.warnings.push_back(decoded_from({*encoding}));
    return page;
  }
  page.doubtful = !is_latin1(charset);
  for (const char byte : bytes) append_utf8(page.utf8, windows_1252(static_cast<unsigned char>(byte)));
  return page;
}

bool breaks_line(std::string_view tag) {
  static constexpr std::array<std::string_view, 33> kTags = {
      "p",       "div",    "h1",      "h2",      "h3",    "h4",      "h5",      "h6",         "ul",
      "ol",      "li",     "dl",      "dt",      "dd",    "pre",     "center",  "hr",         "form",
      "header",  "footer", "section", "article", "aside", "main",    "address", "blockquote", "figure",
      "caption", "thead",  "tbody",   "table",   "body",  "fieldset"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

void start(Flow& flow, std::string_view tag) {
  if (tag == "tr") {
    flow.open_row();
  } else if (tag == "td" || tag == "th") {
    flow.open_cell();
  } else if (tag == "br") {
    flow.end_line();
  } else if (breaks_line(tag)) {
    flow.end_block();
  }
}

void end(Flow& flow, std::string_view tag) {
  if (tag == "tr") {
    flow.close_row();
  } else if (tag == "td" || tag == "th") {
    flow.close_cell();
  } else if (breaks_line(tag)) {
    flow.end_block();
  }
}

/// A text that was only named .html: `<vp@giangthanh.example>` and `a < b` are no tags.
bool has_tag(std::string_view utf8) {
  for (std::size_t at = utf8.find('<'); at != std::string_view::npos; at = utf8.find('<', at + 1)) {
    std::size_t end = at + 1;
    if (end < utf8.size() && (utf8[end] == '!' || utf8[end] == '?')) return true;
    if (end < utf8.size() && utf8[end] == '/') ++end;
    const std::size_t name = end;
    while (end < utf8.size() && std::isalnum(static_cast<unsigned char>(utf8[end])) != 0) ++end;
    if (end > name && end < utf8.size() &&
        std::string_view(" \t\r\n/>").find(utf8[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

void text_in_lines(Flow& flow, std::string_view utf8) {
  for (;;) {
    const auto stop = utf8.find('\n');
    std::string line(utf8.substr(0, stop));
    std::erase(line, '\r');
    flow.text(line);
    if (stop == std::string_view::npos) return;
    flow.end_line();
    utf8.remove_prefix(stop + 1);
  }
}

/// Writes a subtree in the order of the page. Iterates: the depth of a page is its author's choice, our stack
/// is not.
void write(const HtmlTree& tree, std::size_t root_index, Flow& flow) {
  xmlNode* const root = tree[root_index].node;
  std::size_t kept_lines = 0;  // depth inside elements that keep them
  const auto leave = [&](const HtmlElement& element) {
    if (keeps_lines(element)) --kept_lines;
    end(flow, element.tag);
  };
  for (xmlNode* node = root; node != nullptr;) {
    const HtmlElement* element = tree.find(node);
    const bool enter = element != nullptr && !element->dropped;
    if (enter) {
      start(flow, element->tag);
      if (keeps_lines(*element)) ++kept_lines;
    }
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      const char* text = reinterpret_cast<const char*>(node->content);
      if (kept_lines > 0) {
        text_in_lines(flow, text);
      } else {
        flow.collapsing_text(text);
      }
    }
    if (enter && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (enter) leave(*element);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(*tree.find(node));
    }
    node = node == root ? nullptr : node->next;
  }
}

std::string without_furniture_lines(const std::string& page) {
  std::string kept;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t stop = std::min(page.find('\n', at), page.size() - 1);
    const std::string_view line = std::string_view(page).substr(at, stop - at);
    if (!is_furniture_line(line)) kept.append(page, at, stop + 1 - at);
    at = stop + 1;
  }
  return kept;
}

void add_properties(const HtmlTree& tree, std::map<std::string, std::string>& properties) {
  constexpr std::size_t kLongest = 4096;
  const auto add = [&](const char* name, std::string_view value) {
    Flow line({});
    line.collapsing_text(value.substr(0, kLongest));
    std::string text = line.take_pages().front();
    if (!text.empty()) text.pop_back();
    if (!text.empty() && !first_bad_utf8(text)) properties.emplace(name, text);
  };
  for (std::size_t i = 0; i < tree.elements().size(); ++i) {
    const HtmlElement& element = tree[i];
    if (element.tag == "title") {
      std::string title;
      for (const xmlNode* part = element.node->children; part != nullptr; part = part->next) {
        if (part->content != nullptr) title += reinterpret_cast<const char*>(part->content);
      }
      add("title", title);
    }
    if (element.tag != "meta") continue;
    const std::string name = bare(element.attribute("name") + element.attribute("property"));
    if (name == "author" || name == "dc.creator") add("author", element.attribute("content"));
    if (name == "article:published_time" || name == "dc.date" || name == "pubdate") {
      add("created", element.attribute("content"));
    }
  }
}

}  // namespace

ExtractedText extract_html(std::string_view bytes, const ExtractLimits& limits) {
  Page page = to_utf8(bytes, limits);
  if (!has_tag(page.utf8)) return extract_text(bytes, limits);
  HtmlTree tree(page.utf8);
  drop_furniture(tree);
  drop_beside_main(tree);
  Flow flow(limits);
  write(tree, 0, flow);
  ExtractedText result;
  result.warnings = std::move(page.warnings);
  for (const std::string& part : flow.take_pages()) result.pages.push_back(without_furniture_lines(part));
  if (count_letters(result.pages.front()) == 0) throw ExtractError("empty", "no letter in the page");
  std::string stamps;
  collect_missing_stamps({lines_beside_text(tree)}, result.pages.front(), stamps);
  result.pages.front().insert(0, stamps);
  add_properties(tree, result.properties);
  if (page.doubtful) {
    decode_legacy(result);
    if (result.warnings.empty()) {
      throw ExtractError("bad_encoding",
                         "neither UTF-8 nor UTF-16 nor a legacy encoding of Vietnamese: byte " +
                             std::to_string(first_bad_utf8(bytes).value_or(0)));
    }
  }
  return result;
}

}  // namespace vankien

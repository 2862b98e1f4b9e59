#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/flow.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/html_furniture.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

/// UTF-8 of the page, by its mark or its bytes. What a page says of its own charset is often wrong and never
/// needed: bytes that are valid UTF-8 and above ASCII are UTF-8.
std::string to_utf8(std::string_view bytes, const ExtractLimits& limits) {
  ExtractLimits whole = limits;  // a page's markup is longer than its text
  whole.output_bytes = limits.input_bytes;
  std::string utf8;
  for (const std::string& page : extract_text(bytes, whole).pages) (utf8 += page) += ' ';
  return utf8;
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

/// Writes a subtree in the order of the page. Iterates: the depth of a page is its author's choice, our stack
/// is not.
void write(const HtmlTree& tree, std::size_t root_index, Flow& flow) {
  xmlNode* const root = tree[root_index].node;
  for (xmlNode* node = root; node != nullptr;) {
    const HtmlElement* element = tree.find(node);
    const bool enter = element != nullptr && !element->dropped;
    if (enter) start(flow, element->tag);
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      flow.collapsing_text(reinterpret_cast<const char*>(node->content));
    }
    if (enter && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (enter) end(flow, element->tag);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      end(flow, tree.find(node)->tag);
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
  HtmlTree tree(to_utf8(bytes, limits));
  drop_furniture(tree);
  drop_beside_main(tree);
  Flow flow(limits);
  write(tree, 0, flow);
  ExtractedText result;
  for (const std::string& page : flow.take_pages()) result.pages.push_back(without_furniture_lines(page));
  if (count_letters(result.pages.front()) == 0) throw ExtractError("empty", "no letter in the page");
  add_properties(tree, result.properties);
  return result;
}

}  // namespace vankien

#include "indexer/extract/html_tree.h"

#include <limits>
#include <new>

#include "indexer/extract/extract.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/// A link that leads away; one inside the page is a table of contents, an anchor is no link at all.
bool leads_away(const HtmlElement& element) {
  if (element.tag != "a") return false;
  const std::string target = element.attribute("href");
  return !target.empty() && target.front() != '#';
}

}  // namespace

xmlNode* next_node(const xmlNode* root, xmlNode* node, bool enter) {
  if (enter && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

std::string HtmlElement::attribute(const char* name) const {
  const xmlAttr* found = xmlHasProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string value;
  const xmlNode* part = found == nullptr ? nullptr : found->children;
  for (; part != nullptr; part = part->next) value += view(part->content);
  return value;
}

bool keeps_lines(const HtmlElement& element) {
  if (element.tag == "pre" || element.tag == "xmp" || element.tag == "listing" || element.tag == "plaintext")
    return true;
  std::string style = element.attribute("style");
  std::erase(style, ' ');
  return style.find("white-space:pre") != std::string::npos;
}

HtmlTree::HtmlTree(std::string_view utf8) {
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw ExtractError("too_large", "page of more than 2 GB");
  }
  // The encoding is given, so what the page says of itself is not asked; NONET keeps the parser at home.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               htmlFreeParserCtxt);
  if (!context) throw std::bad_alloc();
  // Old pages forget to close <font> and <div> by the hundred. Below 256 levels the parser would stop without
  // a word; this lifts the bound, and HTML has no entities that could grow.
  context->options |= XML_PARSE_HUGE;
  document_.reset(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr,
                                     "UTF-8", kOptions));
  if (context->disableSAX != 0) throw ExtractError("damaged", "the page cannot be parsed to its end");
  xmlNode* root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  if (root == nullptr) throw ExtractError("damaged", "no element in the page");
  for (xmlNode* node = root; node != nullptr; node = next_node(root, node, true)) {
    if (node->type != XML_ELEMENT_NODE) continue;
    // Nodes carry index + 1 of their element; 0 is left for nodes that have none.
    const auto above = node == root ? 0 : reinterpret_cast<std::size_t>(node->parent->_private) - 1;
    elements_.push_back({.node = node, .tag = view(node->name), .parent = above});
    node->_private = reinterpret_cast<void*>(elements_.size());
  }
  for (std::size_t i = elements_.size(); i-- > 0;) {
    HtmlElement& element = elements_[i];
    element.end = std::max(element.end, i + 1);
    if (i > 0) elements_[element.parent].end = std::max(elements_[element.parent].end, element.end);
  }
  sum_up();
}

void HtmlTree::sum_up() {
  for (HtmlElement& element : elements_) element.letters = element.link_letters = element.links = 0;
  for (std::size_t i = elements_.size(); i-- > 0;) {
    HtmlElement& element = elements_[i];
    for (const xmlNode* child = element.node->children; child != nullptr; child = child->next) {
      if (is_text(child)) element.letters += count_letters(view(child->content));
    }
    if (element.dropped) element.letters = element.link_letters = element.links = 0;
    if (!element.dropped && leads_away(element)) {
      element.link_letters = element.letters;
      element.links = 1;
    }
    if (i == 0) break;
    HtmlElement& parent = elements_[element.parent];
    parent.letters += element.letters;
    parent.link_letters += element.link_letters;
    parent.links += element.links;
  }
}

const HtmlElement* HtmlTree::find(const xmlNode* node) const {
  if (node->type != XML_ELEMENT_NODE || node->_private == nullptr) return nullptr;
  return &elements_[reinterpret_cast<std::size_t>(node->_private) - 1];
}

std::string HtmlTree::text(std::size_t index, std::size_t most) const {
  std::string text;
  xmlNode* root = elements_[index].node;
  for (xmlNode* node = root; node != nullptr && text.size() < most;) {
    const HtmlElement* element = find(node);
    if (is_text(node)) (text += view(node->content)) += ' ';
    node = next_node(root, node, element == nullptr || !element->dropped);
  }
  return text;
}

}  // namespace vankien

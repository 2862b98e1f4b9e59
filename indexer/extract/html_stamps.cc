#include "indexer/extract/html_stamps.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/stamps.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_inline(std::string_view tag) {
  static constexpr std::array<std::string_view, 26> kTags = {
      "a",    "b",     "i",   "u",   "s",     "em",     "strong", "font", "span",
      "big",  "small", "sub", "sup", "tt",    "code",   "ins",    "del",  "mark",
      "abbr", "bdo",   "img", "wbr", "label", "strike", "tspan",  "cite"};
  return is_one_of(kTags, tag);
}

bool is_no_text(std::string_view tag) {
  static constexpr std::array<std::string_view, 7> kTags = {"script", "style",    "select",  "option",
                                                            "button", "datalist", "textarea"};
  return is_one_of(kTags, tag);
}

/// Word writes anchors without a target around its text; those lead nowhere.
bool is_link_or_label(const HtmlElement& element) {
  return element.tag == "label" || (element.tag == "a" && !element.attribute("href").empty());
}

class Lines {
 public:
  void text(std::string_view utf8, bool keeps_lines) {
    for (const char c : utf8) {
      if (c == '\n' && keeps_lines) {
        end_line();
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        line_ += c;
      } else if (!line_.empty() && line_.back() != ' ') {
        line_ += ' ';
      }
    }
  }
  void end_line() {
    while (line_.ends_with(' ')) line_.pop_back();
    if (line_.empty()) return;
    if (!block_.empty()) block_ += ' ';
    block_ += line_;
    if (line_.size() <= kLongest) (lines_ += line_) += '\n';
    line_.clear();
    ++count_;
  }
  /// Lines of what is not dropped stand in the text already. A stamp in two lines is one, and no lesser one: the
  /// second line of TUYỆT / MẬT must not speak for itself.
  void end_block(bool dropped) {
    end_line();
    std::string stamp;
    if (count_ > 1 && block_.size() <= kLongest) collect_stamps({block_}, stamp);
    if (!stamp.empty()) {
      found_ += stamp;
    } else if (dropped) {
      found_ += lines_;
    }
    block_.clear();
    lines_.clear();
    count_ = 0;
  }
  std::string take() {
    end_block(false);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kLongest = 200;  // bytes; "TÀI LIỆU LƯU HÀNH NỘI BỘ" has 34

  std::string line_;
  std::string block_;
  std::string lines_;  // of the block
  std::string found_;
  std::size_t count_ = 0;  // of lines in the block
};

}  // namespace

std::string lines_beside_text(const HtmlTree& tree) {
  Lines lines;
  std::size_t dropped = 0;  // depth inside dropped elements
  std::size_t kept_lines = 0;
  const auto at_edge = [&](const HtmlElement& element) {
    if (element.tag == "br") {
      lines.end_line();
    } else if (element.dropped || !is_inline(element.tag)) {
      lines.end_block(dropped > 0);
    }
  };
  const auto leave = [&](const HtmlElement& element) {
    if (element.tag != "br") at_edge(element);
    if (element.dropped) --dropped;
    if (keeps_lines(element)) --kept_lines;
  };
  xmlNode* const root = tree[0].node;
  for (xmlNode* node = root; node != nullptr;) {
    const HtmlElement* element = tree.find(node);
    bool enter = element != nullptr;
    if (enter) {
      at_edge(*element);
      if (element->dropped) ++dropped;
      if (keeps_lines(*element)) ++kept_lines;
      if (is_no_text(element->tag)) {
        enter = false;
      } else if (is_link_or_label(*element)) {
        enter = false;
        const auto index = static_cast<std::size_t>(element - tree.elements().data());
        if (count_letters(tree.text(index, 200)) > 0) lines.text("x", false);
      }
    } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      lines.text(reinterpret_cast<const char*>(node->content), kept_lines > 0);
    }
    if (enter && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (element != nullptr) leave(*element);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(*tree.find(node));
    }
    node = node == root ? nullptr : node->next;
  }
  return lines.take();
}

}  // namespace vankien

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/extract/html_furniture.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

/// Signs of a document's own frame, letterhead or signature, in bare form.
bool holds_frame(const HtmlTree& tree, std::size_t index) {
  static constexpr std::array<std::string_view, 8> kSigns = {"dang cong san viet nam",
                                                             "cong hoa xa hoi",
                                                             "doc lap - tu do",
                                                             "noi nhan:",
                                                             "noi nhan :",
                                                             "t/m ban",
                                                             "tm. ",
                                                             "kt. "};
  const std::string shadow = bare(tree.text(index, 20'000));
  for (const std::string_view sign : kSigns) {
    if (shadow.find(sign) != std::string::npos) return true;
  }
  return false;
}

/// Sentences, and many beside those of the main part: an annex is as much document as the text before it.
bool is_annex(const HtmlElement& element, const HtmlElement& main) {
  return element.prose() >= 400 && element.prose() * 4 >= main.prose() &&
         element.link_letters * 5 < element.letters;
}

/// `section1` and `section2`: parts of one text carry names that differ by a number at most.
bool is_alike(const HtmlElement& element, const HtmlElement& main) {
  const auto name = [](const HtmlElement& one) {
    std::string names = one.attribute("id") + ' ' + one.attribute("class");
    std::erase_if(names, [](char c) { return c >= '0' && c <= '9'; });
    return names;
  };
  return element.tag == main.tag && element.tag != "td" && element.tag != "tr" &&
         element.link_letters * 5 < element.letters && name(element) == name(main);
}

/// A place on the page, not a paragraph: it holds several lines of its own. What stands beside a long
/// paragraph is the next paragraph; what stands beside a row of the text's own table is the next row.
bool holds_lines(const HtmlTree& tree, std::size_t index) {
  static constexpr std::array<std::string_view, 7> kLines = {"p", "div", "br", "tr", "li", "h2", "h3"};
  const std::string_view tag = tree[index].tag;
  if (tag == "p" || tag == "li") return false;
  const std::size_t wanted = tag == "tr" || tag == "td" ? 10 : 3;
  std::size_t lines = 0;
  std::size_t inner =
      index;  // the last line element seen; it is a line of its own if the next one is not inside it
  for (std::size_t i = index + 1; i < tree[index].end && lines < wanted; ++i) {
    if (std::find(kLines.begin(), kLines.end(), tree[i].tag) == kLines.end()) continue;
    if (inner != index && i >= tree[inner].end) ++lines;
    inner = i;
  }
  return lines + (inner != index ? 1 : 0) >= wanted;
}

/// Text that stands in the open beside the main part: a lead, a heading, a closing line.
bool is_paragraph(const HtmlElement& element) {
  static constexpr std::array<std::string_view, 8> kTags = {"p",  "h1",         "h2",  "h3",
                                                            "h4", "blockquote", "pre", "center"};
  return std::find(kTags.begin(), kTags.end(), element.tag) != kTags.end() &&
         element.link_letters * 2 < element.letters;
}

/// Drops a subtree up to its first heading, which on many pages is the document's title.
void drop_but_heading(HtmlTree& tree, std::size_t index) {
  std::size_t heading = index;
  while (heading < tree[index].end && (tree[heading].tag != "h1" || tree[heading].dropped)) ++heading;
  for (std::size_t i = index; i < tree[index].end;) {
    const bool above = i <= heading && heading < tree[i].end;
    if (!above) tree.drop(i);
    i = above && i != heading ? i + 1 : tree[i].end;
  }
}

}  // namespace

std::size_t drop_beside_main(HtmlTree& tree) {
  for (std::size_t at = 0;;) {
    std::vector<std::size_t> children;
    for (std::size_t child = at + 1; child < tree[at].end; child = tree[child].end) {
      if (!tree[child].dropped && tree[child].letters > 0) children.push_back(child);
    }
    const auto best = std::max_element(children.begin(), children.end(), [&](std::size_t a, std::size_t b) {
      return tree[a].prose() < tree[b].prose();
    });
    if (best == children.end()) return at;
    const HtmlElement& main = tree[*best];
    std::vector<std::size_t> beside;
    std::size_t kept = main.prose();
    for (const std::size_t child : children) {
      if (child == *best) continue;
      if (is_annex(tree[child], main) || is_alike(tree[child], main) || is_paragraph(tree[child]) ||
          holds_frame(tree, child)) {
        kept += tree[child].prose();
      } else {
        beside.push_back(child);
      }
    }
    // With less than half of the text this is no way down any more: the parts before us are the document's
    // own.
    const bool only_way = children.size() == 1;
    if (!only_way && (kept * 2 <= tree[at].prose() || !holds_lines(tree, *best))) return at;
    for (const std::size_t child : beside) drop_but_heading(tree, child);
    at = *best;
  }
}

}  // namespace vankien

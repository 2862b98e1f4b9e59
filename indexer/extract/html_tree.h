#pragma once

#include <libxml/HTMLparser.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// An element of a web page with the sums its judges need. `letters` counts those of the whole subtree that
/// is not dropped, `link_letters` those of them that stand in links leading elsewhere, `links` such links.
struct HtmlElement {
  xmlNode* node = nullptr;
  std::string_view tag;
  std::size_t parent = 0;
  std::size_t end = 0;  ///< one past the last element of the subtree
  std::size_t letters = 0;
  std::size_t link_letters = 0;
  std::size_t links = 0;
  bool dropped = false;

  std::size_t prose() const { return letters - link_letters; }
  std::string attribute(const char* name) const;
};

/// A parsed page: its elements in the order of their start tags, [0] the root. A subtree is a range of
/// indices, so that nothing here recurses: pages may nest as deep as they like.
class HtmlTree {
 public:
  /// `utf8` must be valid UTF-8. Throws ExtractError damaged when nothing can be parsed.
  explicit HtmlTree(std::string_view utf8);

  const std::vector<HtmlElement>& elements() const { return elements_; }
  const HtmlElement& operator[](std::size_t index) const { return elements_[index]; }

  /// Takes a subtree out of the text. Sums are stale until sum_up().
  void drop(std::size_t index) { elements_[index].dropped = true; }
  void sum_up();

  /// The element behind a node that holds the text, or nullptr for a node that is no element.
  const HtmlElement* find(const xmlNode* node) const;

  /// Text of a subtree, white space untouched, at most `most` bytes; for looking at, not for the index.
  std::string text(std::size_t index, std::size_t most) const;

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
  std::vector<HtmlElement> elements_;
};

/// Line feeds inside are the paper's: <pre>, or a style that says so.
bool keeps_lines(const HtmlElement& element);

/// The node after `node` in document order below `root`, or nullptr at the end; `enter` false passes over
/// children.
xmlNode* next_node(const xmlNode* root, xmlNode* node, bool enter);

}  // namespace vankien

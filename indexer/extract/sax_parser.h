#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

struct _xmlParserCtxt;

namespace vankien {

/// What an XML part says, as events. Names come without their prefix; attribute() finds one by local name.
class SaxHandler {
 public:
  class Attributes {
   public:
    Attributes(const unsigned char** values, int count) : values_(values), count_(count) {}
    std::string_view operator[](std::string_view local_name) const;  ///< "" when absent
    /// Only one that has a prefix: r:id beside id.
    std::string_view qualified(std::string_view local_name) const;

   private:
    std::string_view find(std::string_view local_name, bool with_prefix) const;
    const unsigned char** values_;
    int count_;
  };

  virtual ~SaxHandler() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void characters(std::string_view utf8) = 0;
};

/// Pushes an XML document of unknown manners through libxml2: no DTD (so neither entities from outside nor
/// billions of laughs), no network, bounded depth.
///
///     SaxParser parser("word/document.xml", handler);
///     zip.read(name, [&](auto block) { parser.feed(block); return true; });
///     parser.finish();
///
/// `handler` must outlive the parser; what it throws comes out of feed() or finish().
/// Throws ExtractError damaged naming the part and line.
class SaxParser {
 public:
  SaxParser(std::string part, SaxHandler& handler);
  ~SaxParser();
  SaxParser(const SaxParser&) = delete;
  SaxParser& operator=(const SaxParser&) = delete;

  void feed(std::string_view block);
  void finish();

 private:
  struct Callbacks;
  void check(int status);

  std::string part_;
  SaxHandler& handler_;
  _xmlParserCtxt* context_;
  std::exception_ptr thrown_;
  int depth_ = 0;
};

}  // namespace vankien

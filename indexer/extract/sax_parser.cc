#include "indexer/extract/sax_parser.h"

#include <libxml/parser.h>

#include <new>
#include <utility>

#include "indexer/extract/extract.h"

namespace vankien {
namespace {

constexpr int kMostDepth = 256;  // tables in tables in text boxes of real documents stay below 60

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

}  // namespace

std::string_view SaxHandler::Attributes::operator[](std::string_view local_name) const {
  return find(local_name, false);
}

std::string_view SaxHandler::Attributes::qualified(std::string_view local_name) const {
  return find(local_name, true);
}

std::string_view SaxHandler::Attributes::find(std::string_view local_name, bool with_prefix) const {
  for (int i = 0; i < count_; ++i) {
    const unsigned char** attribute = values_ + 5 * i;  // local name, prefix, URI, value, end of value
    if (view(attribute[0]) == local_name && (!with_prefix || attribute[1] != nullptr)) {
      return {reinterpret_cast<const char*>(attribute[3]),
              static_cast<std::size_t>(attribute[4] - attribute[3])};
    }
  }
  return {};
}

/// libxml2 is C: nothing may be thrown through it, so the first exception waits until the parser has stopped.
struct SaxParser::Callbacks {
  template <typename Act>
  static void guarded(void* user, Act act) {
    auto& self = *static_cast<SaxParser*>(user);
    if (self.thrown_) return;
    try {
      act(self);
    } catch (...) {
      self.thrown_ = std::current_exception();
      xmlStopParser(self.context_);
    }
  }
  static void start(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
                    int attributes, int, const xmlChar** values) {
    guarded(user, [&](SaxParser& self) {
      if (++self.depth_ > kMostDepth)
        throw ExtractError("damaged", self.part_ + ": elements nested too deeply");
      self.handler_.start(view(name), {values, attributes});
    });
  }
  static void end(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
    guarded(user, [&](SaxParser& self) {
      --self.depth_;
      self.handler_.end(view(name));
    });
  }
  static void characters(void* user, const xmlChar* text, int length) {
    guarded(user, [&](SaxParser& self) {
      self.handler_.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }
  static void dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    guarded(user, [&](SaxParser& self) {
      throw ExtractError("damaged",
                         self.part_ + ": a document type declaration has no place in an office file");
    });
  }
};

SaxParser::SaxParser(std::string part, SaxHandler& handler) : part_(std::move(part)), handler_(handler) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = Callbacks::start;
  sax.endElementNs = Callbacks::end;
  sax.characters = Callbacks::characters;
  sax.cdataBlock = Callbacks::characters;
  sax.internalSubset = Callbacks::dtd;
  context_ = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
  if (context_ == nullptr) throw std::bad_alloc();
  xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

SaxParser::~SaxParser() {
  if (context_->myDoc != nullptr) xmlFreeDoc(context_->myDoc);
  xmlFreeParserCtxt(context_);
}

void SaxParser::feed(std::string_view block) {
  check(xmlParseChunk(context_, block.data(), static_cast<int>(block.size()), 0));
}

void SaxParser::finish() { check(xmlParseChunk(context_, nullptr, 0, 1)); }

void SaxParser::check(int status) {
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  if (status == XML_ERR_OK || context_->wellFormed) return;
  if (status == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  const xmlError* error = xmlCtxtGetLastError(context_);
  std::string reason = error == nullptr || error->message == nullptr ? "not well-formed XML" : error->message;
  while (!reason.empty() && reason.back() == '\n') reason.pop_back();
  throw ExtractError("damaged",
                     part_ + ", line " + std::to_string(error == nullptr ? 0 : error->line) + ": " + reason);
}

}  // namespace vankien

#include <string>

#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/odt_part.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/zip_part.h"

namespace vankien {
namespace {

/// The archive's list of contents says which members are encrypted; their bytes look like noise.
class Manifest : public SaxHandler {
 public:
  void start(std::string_view name, const Attributes&) override {
    if (name == "encryption-data") throw ExtractError("encrypted", "OpenDocument file under a password");
  }
  void end(std::string_view) override {}
  void characters(std::string_view) override {}
};

std::string stamps_of_headers(ZipReader& zip, const ExtractLimits& limits) {
  std::string stamps;
  if (!zip.has("styles.xml")) return stamps;
  Flow flow(limits);
  OdtPart part(OdtPart::Region::furniture, flow);
  parse_part(zip, "styles.xml", part);
  collect_stamps(flow.take_pages(), stamps);
  return stamps;
}

}  // namespace

ExtractedText extract_odt(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  if (zip.has("META-INF/manifest.xml")) {
    Manifest manifest;
    parse_part(zip, "META-INF/manifest.xml", manifest);
  }
  if (zip.has("encrypted-package")) throw ExtractError("encrypted", "OpenDocument file under a password");
  Flow flow(limits);
  OdtPart body(OdtPart::Region::body, flow);
  parse_part(zip, "content.xml", body);
  ExtractedText result;
  result.pages = flow.take_pages();
  result.pages.front().insert(0, stamps_of_headers(zip, limits));
  read_properties(zip, "meta.xml", result.properties);
  refuse_letterless(result, body.has_pictures());
  return result;
}

}  // namespace vankien

#include "searchd/search/query/understanding.h"

namespace vankien {

std::string_view name_of(Understanding::How how) {
  switch (how) {
    case Understanding::How::kBare:
      return "bare";
    case Understanding::How::kTone:
      return "tone";
    case Understanding::How::kKeystrokes:
      return "keystrokes";
    case Understanding::How::kBegun:
      return "begun";
    case Understanding::How::kSymbol:
      return "symbol";
    case Understanding::How::kSession:
      return "session";
    case Understanding::How::kAbbreviation:
      return "abbreviation";
    case Understanding::How::kRelaxed:
      return "relaxed";
    case Understanding::How::kField:
      return "field";
    case Understanding::How::kFieldUnknown:
      return "field_unknown";
  }
  return "";
}

}  // namespace vankien

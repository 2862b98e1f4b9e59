#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <string>

namespace vankien {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
/// An object of GMime's that is ours.
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

/// What one part of a letter is called, one line of valid UTF-8; "" if it has no name. A name alone is a short text to know
/// an encoding by; what is not repaired stays as it was.
std::string name_of_part(GMimeObject* part);

/// "text/plain", in small letters.
std::string type_of_part(GMimeObject* part);

/// Its bytes, decoded. Throws ExtractError damaged.
std::string content_of_part(GMimePart* part);

/// A whole letter that another carries, as it travels.
std::string bytes_of_letter(GMimeMessage* letter);

}  // namespace vankien

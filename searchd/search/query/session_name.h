#pragma once

#include <string>

#include "analyzers/schema/session.h"

namespace vankien {

/// A meeting in words for people: "hội nghị 4 TW, khóa XII", "đại hội TW XIII".
std::string session_name(const Session& session);

}  // namespace vankien

#pragma once

#include <xapian.h>

#include "searchd/search/archive/index_unreadable.h"

namespace vankien {

/// Xapian's exceptions are no std::exception; beyond this folder nobody knows them.
template <typename Function>
auto readable(Function function) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    throw IndexUnreadable(error.get_description());
  }
}

}  // namespace vankien

// 1. The committee is that of the symbol, if it is one of the Party, or else that of the level.
// 2. A meeting is told with and without its term; a congress has its number for a name. What names no meeting has no key.

#include "analyzers/schema/own_session.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

using Keys = std::vector<std::string>;

TEST(OwnSession, TellsCommitteeAndMeeting) {
  EXPECT_EQ(own_session_keys({"04-NQ/TW", "tỉnh", "4", "XII"}), (Keys{"TW|4|XII", "TW|4|"}));
  EXPECT_EQ(own_session_keys({"30/2020/NĐ-CP", "tỉnh", "4", "XVI"}), (Keys{"TU|4|XVI", "TU|4|"}));
  EXPECT_EQ(own_session_keys({"", "huyện", "12", ""}), (Keys{"HU|12|"}));
  EXPECT_EQ(own_session_keys({"", "xã", "1", "2020-2025"}).size(), 2u);
  EXPECT_EQ(own_session_keys({"", "", "1", ""}), (Keys{"TW|1|"}));
}

TEST(OwnSession, ACongressHasItsNumberForAName) {
  EXPECT_EQ(own_session_keys({"", "", "đại hội", "XIII"}), (Keys{"TW|ĐH|XIII"}));
  EXPECT_EQ(own_session_keys({"", "", "ĐẠI HỘI", "XIII"}), (Keys{"TW|ĐH|XIII"}));
}

TEST(OwnSession, WhatNamesNoMeetingHasNoKey) {
  for (const char* session : {"", "0", "thứ tư", "4a", "-4", "70000"})
    EXPECT_EQ(own_session_keys({"04-NQ/TW", "", session, "XII"}), Keys{}) << session;
}

}  // namespace
}  // namespace vankien

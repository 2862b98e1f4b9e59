# discover_suites(indexer_test "ASAN_OPTIONS=…"): one test of CTest (indexer.Planning) for each suite of a GoogleTest program, found
# by asking the built program, so that none is forgotten. Not one for each test, as gtest_discover_tests has it: under a sanitizer the
# program takes 0.1 to 0.2 s of processor time to start and end, more than most of its tests.
function(discover_suites target environment)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_suites.cmake)
  add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS ${list} VERBATIM
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${target}> -D OUT=${list} -D FOLDER=${CMAKE_CURRENT_BINARY_DIR}
      -D "ENVIRONMENT=${environment}" -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/ListSuites.cmake)
  set(include ${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake)
  file(WRITE ${include} "if(EXISTS [==[${list}]==])\n  include([==[${list}]==])\nelse()\n"
    "  add_test(${target}_NOT_BUILT ${target}_NOT_BUILT)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${include})
endfunction()

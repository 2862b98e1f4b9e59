# Run after each build of a test program: writes what CTest reads of it. See DiscoverSuites.cmake.
execute_process(COMMAND "${PROGRAM}" --gtest_list_tests OUTPUT_VARIABLE listed RESULT_VARIABLE ended)
if(NOT ended EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} --gtest_list_tests ended with ${ended}")
endif()
# Lines "Suite.", perhaps with a comment; those of its tests begin with two blanks.
string(REGEX REPLACE "\n  [^\n]*" "" suites "\n${listed}")
string(REGEX MATCHALL "[^ \n]+\\.( [^\n]*)?\n" suites "${suites}")
get_filename_component(NAME "${PROGRAM}" NAME)
string(REPLACE "_test" "" NAME "${NAME}")
set(script "")
foreach(line IN LISTS suites)
  string(REGEX REPLACE "\\.( [^\n]*)?\n$" "" suite "${line}")
  if(suite STREQUAL "Ocr")  # takes seconds a page
    set(properties "LABELS ocr TIMEOUT 1800")
  else()
    set(properties "LABELS unit TIMEOUT 600")
  endif()
  string(APPEND script "add_test([==[${NAME}.${suite}]==] [==[${PROGRAM}]==] [==[--gtest_filter=${suite}.*]==])\n"
    "set_tests_properties([==[${NAME}.${suite}]==] PROPERTIES ${properties} WORKING_DIRECTORY [==[${FOLDER}]==] ENVIRONMENT [==[${ENVIRONMENT}]==])\n")
endforeach()
file(WRITE "${OUT}" "${script}")

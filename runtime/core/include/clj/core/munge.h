// Names as the JVM's class files spell them: "a-b?" is "a_b_QMARK_".
#pragma once
#include <string>
#include <string_view>

namespace clj {

std::string munge(std::string_view name);    // clojure.lang.Compiler/munge
// The JVM's class of a function: "user/f-x/fn--12" is user$f_x$fn__12.
std::string function_class_name(std::string_view function_name);
// Where the file of a namespace is below a root of the class path, without its extension: a.b-c is in a/b_c.
std::string path_of_namespace(std::string ns);
std::string demunge(std::string_view name);  // also turns $ into /
// A function's name as messages have it, which on the JVM is made of its class's: `a_b` is a-b, `..` is -DOT--DOT-.
std::string name_of_class_of(std::string_view function_name);
// Calls `visit` with each character that is spelled differently, and its spelling.
void for_each_spelling(void (*visit)(void* context, char character, std::string_view spelling), void* context);

}  // namespace clj

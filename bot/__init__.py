"""How people reach the assistant: the command line, the channels, the settings. The only package that knows a platform.

`assemble` joins the parts; each command of `__main__` imports no more than it needs, since a chat framework alone
takes seconds to import.
"""

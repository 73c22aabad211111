"""What is made of a draft to be handed out, and what comes back.

Word and PDF files, the leader's reading copy, redlines, remarks, tasks, marks. How a kind of file
is written is known in ``drafting.exporters``, where lines and pages end in
``drafting.pagination``.
"""

from __future__ import annotations

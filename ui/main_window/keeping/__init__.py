"""Nothing that was written is lost: recovery, versions, the last place, files open elsewhere.

Where the copies lie and for how long is known in ``drafting.history``.
"""

from __future__ import annotations

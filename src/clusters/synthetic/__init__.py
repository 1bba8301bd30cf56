"""A made-up Eindhoven with planted clusters, to build, test and show the study on."""

from clusters.synthetic.city import City, make_city
from clusters.synthetic.dirt import with_dirt
from clusters.synthetic.extract import write_person_extract

__all__ = ["City", "make_city", "with_dirt", "write_person_extract"]
